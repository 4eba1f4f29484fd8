import type { BacktestOutcome } from '../../research/outcome';
import {
  formatInteger,
  formatNumber,
  formatPercent,
  formatPointRange,
  formatRange,
  isDaily,
} from '../format';
import { formulaOf, yearsOf } from './words';

/** A figure with how sure it is, as `Figure` shows it. */
export interface HeadlineFigure {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly sub: string;
  readonly formula: string | undefined;
}

/** Growth, Sharpe, deepest fall and winning trades, with ranges and samples. */
export function headlineFigures(outcome: BacktestOutcome, interval: string): readonly HeadlineFigure[] {
  const { metrics, ranges, holding } = outcome;
  const fall = (value: number | null): string => formatPercent(value === null ? null : -value);
  const { time } = outcome.result.series;
  const returns = Math.max(0, time.length - 1);
  const wins = metrics.winRate === null ? null : Math.round(metrics.winRate * metrics.trades);
  return [
    {
      label: 'Growth',
      value: formatPercent(metrics.cagr),
      unit: 'a year',
      sub: `${formatPointRange(ranges.cagr)}, ${formatNumber(yearsOf(time), { decimals: 1 })} years`,
      formula: formulaOf('cagr'),
    },
    {
      label: 'Sharpe, yearly',
      value: formatNumber(metrics.sharpe),
      unit: '',
      sub: `${formatRange(ranges.sharpe)}, ${formatInteger(returns)} ${isDaily(interval) ? 'days' : 'returns'}`,
      formula: formulaOf('sharpe'),
    },
    {
      label: 'Deepest fall',
      value: fall(metrics.maxDrawdown),
      unit: '',
      sub: `holding ${fall(holding.metrics.maxDrawdown)}`,
      formula: formulaOf('maxDrawdown'),
    },
    {
      label: 'Winning trades',
      value: wins === null ? 'n/a' : formatInteger(wins),
      unit: `of ${formatInteger(metrics.trades)}`,
      sub: ranges.winRate
        ? `${formatPercent(ranges.winRate.low, { decimals: 0 })} to ${formatPercent(ranges.winRate.high, { decimals: 0 })}, at 95\u202f%`
        : 'too few trades for a range',
      formula: formulaOf('winRate'),
    },
  ];
}
