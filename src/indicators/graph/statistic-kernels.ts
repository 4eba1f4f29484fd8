import type { Kernel } from './kernel';
import { applied, type Series } from './series';

const WINDOW_CORRELATION: Kernel = {
  name: 'windowCorrelation',
  inputs: 2,
  outputs: 1,
  state: () => 18,
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
};

/** Shortest window of `windowCorrelation`. */
export const LEAST_CORRELATED = 9;

/**
 * Correlation of the last `period` pairs of rows, at least `LEAST_CORRELATED`; 0 where the product of their sums of
 * squares is below TA-Lib's zero test.
 */
export const windowCorrelation = (x: Series, y: Series, period: number): Series =>
  applied(WINDOW_CORRELATION, [x, y], [period])[0]!;
