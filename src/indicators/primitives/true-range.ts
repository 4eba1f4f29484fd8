/**
 * Range of a bar including the gap from the close before: the largest of its own range and of the
 * distances of its extremes from that close. NaN if any of the three is NaN.
 *
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 */
export const trueRange = (high: number, low: number, previousClose: number): number =>
  Math.max(high - low, Math.abs(high - previousClose), Math.abs(low - previousClose));

/** True range bar by bar; NaN on the first bar, on a bar whose high or low is NaN, and after a close of NaN. */
export class TrueRange {
  private previousClose = NaN;

  /** Takes the next bar and returns its true range. */
  push(high: number, low: number, close: number): number {
    const range = trueRange(high, low, this.previousClose);
    this.previousClose = close;
    return range;
  }
}
