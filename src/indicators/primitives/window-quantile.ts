import { SortedWindow } from './sorted-window';

/**
 * Quantiles of the last `period` rows, and of their distances from a level, in O(log period) a row and
 * O(log² period) a question. NaN while a NaN or an infinity is inside the window.
 */
export class WindowQuantile {
  private readonly window: SortedWindow;
  private readonly period: number;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.window = new SortedWindow(period);
    this.period = period;
  }

  /** Takes the next row; the answers are of a full window from the `period`-th row on. */
  push(x: number): void {
    this.window.push(x);
  }

  /**
   * The value below which a share of the rows lies, on a straight line between the two nearest rows.
   *
   * @param share  in `[0, 1]`; 0.5 for the median
   * @see Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996, type 7
   */
  quantile(share: number): number {
    const place = share * (this.period - 1);
    const rank = Math.floor(place);
    const lower = this.window.at(rank);
    return place === rank ? lower : lower + (place - rank) * (this.window.at(rank + 1) - lower);
  }

  /** Median distance of the rows from `level`. */
  medianDistance(level: number): number {
    const middle = (this.period - 1) >> 1;
    const lower = this.distance(level, middle);
    return this.period % 2 === 1 ? lower : (lower + this.distance(level, middle + 1)) / 2;
  }

  /**
   * The distance that `rank` of the distances are not above. The nearest `rank + 1` rows are neighbours in
   * order of size: the first of them is where the far end of such a run is as far above as its near end is
   * below.
   */
  private distance(level: number, rank: number): number {
    const above = (first: number): number => this.window.at(first + rank) - level;
    const below = (first: number): number => level - this.window.at(first);
    let first = 0;
    let end = this.period - 1 - rank;
    while (first < end) {
      const middle = (first + end) >> 1;
      if (above(middle) >= below(middle)) end = middle;
      else first = middle + 1;
    }
    const nearest = Math.max(above(first), below(first));
    return first === 0 ? nearest : Math.min(nearest, below(first - 1));
  }
}
