import { normalQuantile } from '../core/math/normal';
import { finite } from './finite';
import type { SharpeSample } from './sharpe-error';

/** Returns needed. */
export const TRACK_RECORD_MINIMUM = 2;

/**
 * Minimum track record length: returns needed until the probabilistic Sharpe ratio against `bar` reaches `chance`:
 * `1 + (1 - skew * s + (kurtosis - 1) / 4 * s²) (z / (s - bar))²`.
 *
 * @param sample  measured ratio per bar and the moments of its returns
 * @param bar     ratio to beat, per bar
 * @param chance  confidence asked for, in [0.5, 1), as 0.95
 * @returns       returns (bars), with a fraction; null when the measured ratio is not above the bar, for fewer than
 *                two returns, or when the estimated variance is not above zero
 * @see Bailey and López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk, 2012
 */
export function minimumTrackRecord(sample: SharpeSample, bar: number, chance: number): number | null {
  const { sharpe, count, skew, kurtosis } = sample;
  const variance = 1 - skew * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe;
  if (count < TRACK_RECORD_MINIMUM || !(sharpe > bar) || !(variance > 0)) return null;
  const steps = normalQuantile(chance) / (sharpe - bar);
  return finite(1 + variance * steps * steps);
}
