/**
 * A sum with twice the digits of an f64. As long as its parts are multiples of one step, and it stays below
 * 2^105 of these, nothing is lost: then neither their order, nor what was added and taken away again, shows
 * in the rounded value.
 *
 * @see Knuth, The Art of Computer Programming 2, 4.2.2, theorem B (the exact error of an addition)
 */
export class WideSum {
  /** The sum, rounded. */
  value = 0;
  /** What rounding took from it. */
  lost = 0;

  set(value: number, lost = 0): void {
    this.value = value;
    this.lost = lost;
  }

  /** Adds a number, or another sum by its two parts. */
  add(x: number, lost = 0): void {
    const { value } = this;
    const next = value + x;
    const added = next - value;
    const rest = this.lost + lost + (value - (next - added) + (x - added));
    this.value = next + rest;
    this.lost = rest - (this.value - next);
  }
}
