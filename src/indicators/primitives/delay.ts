/** The row `distance` rows ago; NaN until there is one. */
export class Delay {
  private readonly rows: Float64Array;
  private position = 0;

  /** @param distance  rows to look back, integer >= 0; with 0 the row itself */
  constructor(distance: number) {
    this.rows = new Float64Array(distance).fill(NaN);
  }

  /** Takes the next row and returns the one `distance` rows before it. */
  push(x: number): number {
    const { rows, position } = this;
    if (rows.length === 0) return x;
    const past = rows[position]!;
    rows[position] = x;
    this.position = position + 1 === rows.length ? 0 : position + 1;
    return past;
  }
}
