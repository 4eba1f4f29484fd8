/** Remembers the last pattern until it is confirmed, or too old. */
export class Confirmation {
  private readonly within: number;
  /** The last unconfirmed pattern, the bars left to confirm it, and the close that must be passed. */
  private pending = 0;
  private barsLeft = 0;
  private level = NaN;

  /** @param within  bars after a pattern within which it is confirmed */
  constructor(within: number) {
    this.within = within;
  }

  /** Forgets what it remembers. */
  reset(): void {
    this.barsLeft = 0;
  }

  /**
   * Takes the next bar.
   *
   * @param found  value of the pattern that it completes, or 0
   * @param level  the close beyond which such a pattern is confirmed
   * @returns      `found`, or twice the last pattern's value where this bar confirms it
   */
  next(found: number, level: number, close: number): number {
    if (found !== 0) {
      this.pending = found;
      this.barsLeft = this.within;
      this.level = level;
      return found;
    }
    if (this.barsLeft === 0) return 0;
    this.barsLeft--;
    const isConfirmed = this.pending > 0 ? close > this.level : close < this.level;
    if (!isConfirmed) return 0;
    this.barsLeft = 0;
    return 2 * this.pending;
  }
}
