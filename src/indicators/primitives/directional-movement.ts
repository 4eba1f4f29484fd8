/**
 * Directional movement of one bar: how far its range reaches beyond the range before, on the side
 * where it reaches further. `plus` is the upward part, `minus` the downward one, both >= 0 and at most
 * one of them above 0; NaN on the first bar and where a price of this or the last bar is NaN.
 *
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 */
export class DirectionalMovement {
  plus = NaN;
  minus = NaN;
  private high = NaN;
  private low = NaN;

  push(high: number, low: number): void {
    const up = high - this.high;
    const down = this.low - low;
    const none = Number.isNaN(up + down) ? NaN : 0;
    this.plus = up > 0 && up > down ? up : none;
    this.minus = down > 0 && down > up ? down : none;
    this.high = high;
    this.low = low;
  }
}
