import type { PathDistribution } from '../../../research/monte-carlo/outcome';
import type { Histogram } from '../../sweep-view/histogram';

/** The classes of a distribution, for drawing. */
export function classesOf({ histogram }: PathDistribution): Histogram {
  const { least, greatest, counts } = histogram;
  const step =
    counts.length > 0 && greatest > least ? (greatest - least) / counts.length : Math.abs(least) / 10 || 0.01;
  return { from: least, step, counts };
}
