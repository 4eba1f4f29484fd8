import type { PathDistribution } from '../../../research/monte-carlo/outcome';
import type { Histogram } from '../../sweep-view/histogram';

/** Relative differences up to this are rounding: trades in another order end alike but for the last digits. */
const ROUNDING = 1e-9;
/** Width of the one class of numbers that are all alike, as a share of them. */
const LONE_CLASS = 0.02;

/** The classes of a distribution, for drawing. */
export function classesOf({ histogram }: PathDistribution): Histogram {
  const { least, greatest, counts } = histogram;
  const size = Math.max(Math.abs(least), Math.abs(greatest));
  if (greatest - least > ROUNDING * size)
    return { from: least, step: (greatest - least) / counts.length, counts };
  const step = LONE_CLASS * size || 1;
  return { from: least - step / 2, step, counts: [counts.reduce((sum, count) => sum + count, 0)] };
}
