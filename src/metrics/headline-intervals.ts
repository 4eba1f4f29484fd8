import type { Column } from '../core/column';
import { growthAYear } from './growth-a-year';
import { moments } from './moments';
import { sharpe } from './sharpe';
import { sortino } from './sortino';
import { volatility } from './volatility';
import { bootstrapInterval, type BootstrapInterval, type IntervalOptions } from './bootstrap-interval';

/** Intervals of the headline figures, each in the unit of its figure. */
export interface HeadlineIntervals {
  /** Compound growth by the bars a year, fraction a year. */
  readonly growth: BootstrapInterval | null;
  readonly volatility: BootstrapInterval | null;
  readonly sharpe: BootstrapInterval | null;
  readonly sortino: BootstrapInterval | null;
}

/**
 * Confidence intervals of the headline figures of a run. One seed draws the same rows for each, so that they can be
 * compared.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param periodsPerYear  bars a year
 * @param options         seed and settings
 * @returns               null members below 30 returns and where the figure is undefined
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function headlineIntervals(
  returns: Column,
  periodsPerYear: number,
  options: IntervalOptions,
): HeadlineIntervals {
  const of = (figure: (drawn: Column) => number | null): BootstrapInterval | null =>
    bootstrapInterval([returns], ([drawn]) => (drawn ? figure(drawn) : null), options);
  return {
    growth: of((drawn) => growthAYear(drawn, periodsPerYear)),
    volatility: of((drawn) => volatility(moments(drawn), periodsPerYear)),
    sharpe: of((drawn) => sharpe(moments(drawn), periodsPerYear)),
    sortino: of((drawn) => sortino(drawn, periodsPerYear)),
  };
}
