import type { Column } from '../core/column';
import { annualReturn } from './annual-return';
import { moments } from './moments';
import { sharpe } from './sharpe';
import { sortino } from './sortino';
import { volatility } from './volatility';
import {
  bootstrapIntervals,
  type BootstrapInterval,
  type IntervalOptions,
  type Statistic,
} from './bootstrap-interval';

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
  const figures: readonly ((drawn: Column) => number | null)[] = [
    (drawn) => annualReturn(drawn, periodsPerYear),
    (drawn) => volatility(moments(drawn), periodsPerYear),
    (drawn) => sharpe(moments(drawn), periodsPerYear),
    (drawn) => sortino(drawn, periodsPerYear),
  ];
  const statistics = figures.map(
    (figure): Statistic =>
      ([drawn]) =>
        drawn ? figure(drawn) : null,
  );
  const intervals = bootstrapIntervals([returns], statistics, options);
  const [growth = null, volatile = null, ratio = null, downside = null] = intervals;
  return { growth, volatility: volatile, sharpe: ratio, sortino: downside };
}
