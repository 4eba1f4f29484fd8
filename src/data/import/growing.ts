import type { Column } from '../../core/column';

/** A column that grows by half when full: 8 bytes a row, never an object a row. */
export class GrowingColumn {
  length = 0;
  #values: Column = new Float64Array(4096);

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  /** The rows so far, without copying; later pushes may leave the view behind. */
  view(): Column {
    return this.#values.subarray(0, this.length);
  }

  /** Keeps only the given rows, ascending. */
  keep(rows: readonly number[]): void {
    for (const [to, from] of rows.entries()) this.#values[to] = this.#values[from]!;
    this.length = rows.length;
  }

  #grow(): void {
    const larger: Column = new Float64Array(this.#values.length + (this.#values.length >> 1));
    larger.set(this.#values);
    this.#values = larger;
  }
}
