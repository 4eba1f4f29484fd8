import type { BacktestAnswer } from '../../workers/protocol';
import type { DatasetManifest } from '../../core/dataset';
import type { RunSettings } from '../../core/run';
import { formatCount, formatInteger, formatMoney, formatNumber } from '../format';

/** One thing a run takes for granted. */
export interface Assumption {
  readonly name: string;
  readonly value: string;
}

const THIN = '\u202f';

/** Costs of a run, as `fee 0.1 %, slippage 1 bp`. */
export const costWords = (settings: RunSettings): string =>
  `fee ${trimmed(settings.feePercent)}${THIN}%, slippage ${trimmed(settings.slippageBps)} bp`;

/** What a finished run assumed about orders, costs, cash and dividends. */
export function assumptionsOf(
  answer: BacktestAnswer,
  dataset: DatasetManifest | null,
): readonly Assumption[] {
  const { settings, trades } = answer.outcome.result;
  const ambiguous = trades.filter((trade) => trade.ambiguous).length;
  const of = `${formatInteger(ambiguous)} of ${formatCount(trades.length, 'trade')}`;
  return [
    { name: 'Orders fill', value: 'next open' },
    { name: 'Stop and target in one bar', value: `stop first (${of})` },
    {
      name: 'Fee, slippage',
      value: `${trimmed(settings.feePercent)}${THIN}%, ${trimmed(settings.slippageBps)} bp per side`,
    },
    {
      name: 'Starting cash',
      value: `${formatMoney(settings.capital, dataset?.instrument.currency ?? 'USD')}, earns 0${THIN}%`,
    },
    ...(settings.lotSize === 1 ? [] : [{ name: 'Smallest quantity', value: trimmed(settings.lotSize) }]),
    { name: 'Dividends', value: dividendWords(dataset) },
  ];
}

const dividendWords = (dataset: DatasetManifest | null): string =>
  dataset?.extraColumns.some((name) => /divid/i.test(name)) ? 'in the file, not counted' : 'not in this file';

const MAX_DECIMALS = 6;

function trimmed(value: number): string {
  const decimals = value.toFixed(MAX_DECIMALS).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return formatNumber(value, { decimals });
}
