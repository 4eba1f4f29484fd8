import type { Column } from '../core/column';
import { rollingCovariance } from './rolling-covariance';

/** A variance below this is what rounding leaves of returns that do not move. */
export const STILL_VARIANCE = 1e-24;

/**
 * Volatility over a moving window: sample deviation of its returns times the root of the bars a year.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param window          returns in a window, integer >= 2
 * @param periodsPerYear  bars a year, above 0
 * @returns               `f64[n]`, fractions a year; 0 where nothing moved; NaN until the window is full
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see empyrical-reloaded 0.7.1 `roll_annual_volatility` (tests/golden/rolling.json)
 */
export function rollingVolatility(returns: Column, window: number, periodsPerYear: number): Column {
  const variance = rollingCovariance(returns, returns, window);
  return variance.map((value) => (value < STILL_VARIANCE ? 0 : Math.sqrt(value * periodsPerYear)));
}
