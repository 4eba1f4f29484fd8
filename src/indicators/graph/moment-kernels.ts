import type { Kernel } from './kernel';
import { applied, type Series } from './series';

/** Of rows that weigh differently. */
export interface Moments {
  readonly mean: Series;
  readonly variance: Series;
}

const GROUP_MOMENTS: Kernel = {
  name: 'groupMoments',
  inputs: 3,
  outputs: 2,
  state: () => 4,
  history: () => 0,
  warmUp: () => 0,
};

/** Weighted mean and variance of the rows since the key last changed. */
export function groupMoments(key: Series, x: Series, weight: Series): Moments {
  const [mean, variance] = applied(GROUP_MOMENTS, [key, x, weight], []);
  return { mean: mean!, variance: variance! };
}

const WINDOW_WEIGHTED_MOMENTS: Kernel = {
  name: 'windowWeightedMoments',
  inputs: 2,
  outputs: 2,
  state: ([period = NaN]) => 3 * (period + 1) + 5,
  history: ([period = NaN]) => period,
  warmUp: ([period = NaN]) => period - 1,
};

/** Weighted mean and variance of the last `period` rows. */
export function windowWeightedMoments(x: Series, weight: Series, period: number): Moments {
  const [mean, variance] = applied(WINDOW_WEIGHTED_MOMENTS, [x, weight], [period]);
  return { mean: mean!, variance: variance! };
}
