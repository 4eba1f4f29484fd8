import type { Column } from '../../core/column';
import { moments } from '../../metrics/moments';
import { quantile } from '../../metrics/quantile';
import { FAN_SHARES, type PathDistribution } from './outcome';

const MOST_CLASSES = 50;
/** Values closer than this share of their size are equal but for rounding. */
const EQUAL = 1e-12;

/**
 * How a number spreads over the paths. The histogram has as many classes as the square root of the
 * number of values, 50 at most; a class holds its lower edge, the last one both.
 *
 * @param sorted  `f64[n]`, ascending, n at least 1
 */
export function pathDistribution(sorted: Column): PathDistribution {
  const { mean, deviation } = moments(sorted);
  return {
    mean,
    deviation,
    quantiles: FAN_SHARES.map((share) => quantile(sorted, share)),
    histogram: histogram(sorted),
  };
}

function histogram(sorted: Column): PathDistribution['histogram'] {
  const least = sorted[0]!;
  const greatest = sorted[sorted.length - 1]!;
  const span = greatest - least;
  if (!(span > EQUAL * Math.abs(greatest))) return { least, greatest, counts: [sorted.length] };
  const classes = Math.min(MOST_CLASSES, Math.ceil(Math.sqrt(sorted.length)));
  const counts = Array.from({ length: classes }, () => 0);
  for (const value of sorted) {
    const at = Math.min(classes - 1, Math.floor(((value - least) / span) * classes));
    counts[at]! += 1;
  }
  return { least, greatest, counts };
}
