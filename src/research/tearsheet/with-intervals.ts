import type { Column } from '../../core/column';
import { yearsOf } from '../../metrics/cagr';
import { closedTrades } from '../../metrics/closed-trades';
import { figureIntervals, INTERVAL_KEYS, type FigureIntervals } from '../../metrics/figure-intervals';
import { returns } from '../../metrics/returns';
import type { Figure, FigureInterval, FigureValue, SideFigure, Tearsheet } from './shape';
import type { TearsheetInput } from '../tearsheet';

/** How the intervals of a tearsheet are drawn. */
export interface SheetIntervalOptions {
  /** Integer in [0, 2^53); 1 when omitted. */
  readonly seed?: number;
  /** Integer in [100, 1,000,000]; 2000 when omitted. */
  readonly resamples?: number;
  /** In [0.5, 0.9999]; 0.95 when omitted. */
  readonly confidence?: number;
}

/**
 * A tearsheet with bootstrap intervals (stationary block, BCa) on its headline figures. Apart from `tearsheet` because it
 * takes a second or so.
 *
 * @param sheet    of the same input
 * @param input    what the tearsheet was made from
 * @param options  seed and settings
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function withIntervals(
  sheet: Tearsheet,
  input: TearsheetInput,
  options: SheetIntervalOptions = {},
): Tearsheet {
  const { run, benchmark, instrument, riskFree = 0 } = input;
  const found = figureIntervals(
    {
      returns: returns(run.series.equity),
      benchmark: benchmark ? finiteOrNone(returns(benchmark.equity)) : null,
      years: yearsOf(run.series.time),
      barsPerYear: instrument.barsPerYear,
      riskFree: riskFree / instrument.barsPerYear,
      closed: closedTrades(run.trades),
    },
    { seed: 1, ...options },
  );
  const intervalOf = (key: string): FigureInterval | null => intervalFor(found, key);
  const inGroup = (figure: Figure): Figure => ({ ...figure, ...valued(figure, intervalOf(figure.key)) });
  const inTrades = (row: SideFigure): SideFigure => ({ ...row, all: valued(row.all, intervalOf(row.key)) });
  return {
    ...sheet,
    groups: sheet.groups.map((group) => ({ ...group, figures: group.figures.map(inGroup) })),
    trades: { ...sheet.trades, rows: sheet.trades.rows.map(inTrades) },
  };
}

const finiteOrNone = (column: Column): Column | null => (column.every(Number.isFinite) ? column : null);

function intervalFor(found: FigureIntervals, key: string): FigureInterval | null {
  const known = INTERVAL_KEYS.find((name) => name === key);
  const interval = known ? found[known]?.bca : null;
  return interval ? { low: interval.low, high: interval.high } : null;
}

const valued = ({ value, reason }: FigureValue, interval: FigureInterval | null): FigureValue => ({
  value,
  reason,
  interval: value === null ? null : interval,
});
