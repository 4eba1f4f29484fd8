import type { Interval95 } from '../core/metrics';

/** Two-sided 95 % quantile of the standard normal distribution. */
const Z95 = 1.959963984540054;

/**
 * Wilson's 95 % range of a share, which stays in [0, 1] and is right for few trials.
 *
 * @param hits   integer in [0, count]
 * @param count  trials
 * @returns      fractions; null for no trials
 * @see Wilson, Probable Inference, Journal of the American Statistical Association, 1927
 */
export function wilsonRange(hits: number, count: number): Interval95 | null {
  if (count === 0) return null;
  const share = hits / count;
  const z2 = (Z95 * Z95) / count;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = Math.sqrt(z2 * (share * (1 - share) + z2 / 4)) / (1 + z2);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
