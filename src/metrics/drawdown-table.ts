import type { Column } from '../core/column';

/** One fall of the account from a peak, from that peak to the first bar back at it. */
export interface Fall {
  /** Last bar at the peak. */
  readonly peak: number;
  /** Bar of the deepest close; the first one of equals. */
  readonly low: number;
  /** First bar back at the peak or above; null when the data end below it. */
  readonly back: number | null;
  /** Fraction of the peak, above 0. */
  readonly depth: number;
}

/**
 * The deepest falls from a running peak, deepest first; equal depths in order of time. Falls never
 * overlap: each lasts from a peak until the account is back at it.
 *
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @param count   how many at most, integer >= 0
 * @returns       at most `count` falls; none when the account never fell
 */
export function deepestFalls(equity: Column, count: number): readonly Fall[] {
  const falls: Fall[] = [];
  let peak = 0;
  let low = 0;
  const close = (back: number | null): void => {
    const depth = 1 - equity[low]! / equity[peak]!;
    if (depth > 0) falls.push({ peak, low, back, depth });
  };
  for (let i = 1; i < equity.length; i++) {
    if (equity[i]! >= equity[peak]!) {
      close(i);
      peak = i;
      low = i;
    } else if (equity[i]! < equity[low]!) low = i;
  }
  if (equity.length > 0) close(null);
  return falls.sort((a, b) => b.depth - a.depth || a.peak - b.peak).slice(0, count);
}
