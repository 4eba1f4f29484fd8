const OUTER = 0.0962;
const INNER = 0.5769;
const TAPS = 8;

/**
 * Ehlers' discrete Hilbert transform: a quarter of a cycle's delay for cycles of about the length that
 * the gain is made for. Rows before the first count as 0.
 *
 * @see Ehlers, Rocket Science for Traders, 2001
 */
export class HilbertFilter {
  private readonly rows = new Float64Array(TAPS);
  private newest = 0;

  /** Takes the next row and returns the filter's value, times `gain`. */
  push(x: number, gain: number): number {
    const { rows, newest } = this;
    rows[newest] = x;
    this.newest = (newest + 1) % TAPS;
    const ago2 = rows[(newest + 6) % TAPS]!;
    const ago4 = rows[(newest + 4) % TAPS]!;
    const ago6 = rows[(newest + 2) % TAPS]!;
    return (OUTER * x - OUTER * ago6 + INNER * ago2 - INNER * ago4) * gain;
  }
}
