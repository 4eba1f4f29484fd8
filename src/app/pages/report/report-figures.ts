import type { BacktestOutcome } from '../../../research/outcome';
import type { DataFacts } from '../../data-facts';
import {
  formatInteger,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPointRange,
  formatTime,
} from '../../format';
import { headlineFigures, type HeadlineFigure } from '../../shell/headline';
import { formulaOf } from '../../shell/words';

/** The six figures beside the verdict. */
export function reportFigures(outcome: BacktestOutcome, dataset: DataFacts): readonly HeadlineFigure[] {
  const { metrics, ranges, result } = outcome;
  const [growth, sharpe, fall] = headlineFigures(outcome, dataset.interval);
  const deepest = outcome.report.falls[0];
  const date = (bar: number): string =>
    formatTime(result.series.time[bar] ?? NaN, dataset.instrument.zone, dataset.interval);
  const wins = metrics.winRate === null ? 0 : Math.round(metrics.winRate * metrics.trades);
  const figures: (HeadlineFigure | undefined)[] = [
    growth,
    sharpe,
    fall && {
      ...fall,
      sub: deepest ? `${date(deepest.peak)} to ${date(deepest.low)}` : 'never below a peak',
    },
    {
      label: 'Average trade',
      value: formatPercent(metrics.averageTrade, { decimals: 2, signed: true }),
      unit: 'net',
      sub: `${formatPointRange(ranges.averageTrade)}, ${formatInteger(metrics.trades)} trades`,
      formula: formulaOf('averageTrade'),
    },
    {
      label: 'Profit factor',
      value: formatNumber(metrics.profitFactor),
      unit: '',
      sub: `${formatInteger(wins)} winners paid for ${formatInteger(metrics.trades - wins)} losers`,
      formula: formulaOf('profitFactor'),
    },
    {
      label: 'Costs paid',
      value: formatMoney(metrics.costs, dataset.instrument.currency),
      unit: '',
      sub: `fees ${formatNumber(result.settings.feePercent)}\u202f%, slippage ${formatNumber(result.settings.slippageBps, { decimals: 1 })} bp a side`,
      formula: formulaOf('costs'),
    },
  ];
  return figures.filter((figure) => figure !== undefined);
}
