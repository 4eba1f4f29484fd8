import type { Column } from '../core/column';
import { rollingCovariance } from './rolling-covariance';
import { rollingMean } from './rolling-mean';
import { STILL_VARIANCE } from './rolling-volatility';

/**
 * Sharpe ratio over a moving window, as `sharpe` has it for all bars.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param window          returns in a window, integer >= 2
 * @param periodsPerYear  bars a year, above 0
 * @returns               `f64[n]`, annualised; NaN until the window is full and where nothing moved in it
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see empyrical-reloaded 0.7.1 `roll_sharpe_ratio` (tests/golden/rolling.json)
 */
export function rollingSharpe(returns: Column, window: number, periodsPerYear: number): Column {
  const mean = rollingMean(returns, window);
  const variance = rollingCovariance(returns, returns, window);
  return mean.map((value, i) => {
    const spread = variance[i]!;
    return spread >= STILL_VARIANCE ? (value / Math.sqrt(spread)) * Math.sqrt(periodsPerYear) : NaN;
  });
}
