import type { Column } from '../../../core/column';
import type { VisibleRange } from '../chart-props';
import { lowerBound } from '../../../core/bounds';

/** Fewest bars that are worth showing. */
const FEWEST = 5;

/**
 * The rows of other bars that show the same stretch of time; null where they have next to nothing in it.
 *
 * @param time   `f64[n]`, Unix milliseconds of the bars whose rows `range` counts
 * @param other  of the other bars
 */
export function sameSpan(time: Column, range: VisibleRange, other: Column): VisibleRange | null {
  const last = time.length - 1;
  if (last < 0 || other.length === 0) return null;
  const from = time[Math.min(Math.max(0, Math.round(range.from)), last)]!;
  const until = time[Math.min(Math.max(0, Math.round(range.to) - 1), last)]!;
  const [first, end] = [lowerBound(other, from), lowerBound(other, until + 1)];
  return end - first < FEWEST ? null : { from: first, to: end };
}
