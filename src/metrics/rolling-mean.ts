import { checkInteger } from '../core/check';
import type { Column } from '../core/column';
import { ROLLING_WINDOW } from './rolling-covariance';

/**
 * Mean over a moving window. The sum is made anew once a window, so that rounding does not pile up.
 *
 * @param values  `f64[n]`
 * @param window  rows, integer in [2, 10,000,000]
 * @returns       `f64[n]`, the window that ends at each row; NaN until it is full and where it holds a value that is
 *                not finite
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function rollingMean(values: Column, window: number): Column {
  checkInteger('window', window, ROLLING_WINDOW.min, ROLLING_WINDOW.max);
  const out: Column = new Float64Array(values.length).fill(NaN);
  let sum = 0;
  let unknown = 0;
  const change = (value: number, sign: 1 | -1): void => {
    if (Number.isFinite(value)) sum += sign * value;
    else unknown += sign;
  };
  for (let end = window - 1; end < values.length; end++) {
    const from = end - window + 1;
    if (from % window === 0) {
      sum = 0;
      unknown = 0;
      for (let i = from; i <= end; i++) change(values[i]!, 1);
    } else {
      change(values[from - 1]!, -1);
      change(values[end]!, 1);
    }
    out[end] = unknown > 0 ? NaN : sum / window;
  }
  return out;
}
