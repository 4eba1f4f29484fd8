import type { Column } from '../core/column';
import { rollingCovariance } from './rolling-covariance';
import { STILL_VARIANCE } from './rolling-volatility';

/**
 * Beta over a moving window, as `beta` has it for all bars.
 *
 * @param returns    `f64[n]`, simple returns per bar, fractions
 * @param benchmark  `f64[n]`, those of the benchmark over the same bars
 * @param window     returns in a window, integer >= 2
 * @returns          `f64[n]`, no unit; NaN until the window is full and where the benchmark did not move in it
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see empyrical-reloaded 0.7.1 `roll_beta` (tests/golden/rolling.json)
 */
export function rollingBeta(returns: Column, benchmark: Column, window: number): Column {
  const covariance = rollingCovariance(returns, benchmark, window);
  const variance = rollingCovariance(benchmark, benchmark, window);
  return covariance.map((value, i) => (variance[i]! >= STILL_VARIANCE ? value / variance[i]! : NaN));
}
