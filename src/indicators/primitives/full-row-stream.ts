import type { IndicatorStream } from '../indicator';

/**
 * A stream that begins at the first row without a NaN: outputs are NaN before it, and `take` sees that
 * row and all later ones, whatever they hold.
 */
export abstract class FullRowStream implements IndicatorStream {
  private hasBegun = false;

  next(row: Float64Array, out: Float64Array): void {
    if (!this.hasBegun) {
      if (row.some(Number.isNaN)) {
        out.fill(NaN);
        return;
      }
      this.hasBegun = true;
    }
    this.take(row, out);
  }

  /**
   * Takes the next row and writes its outputs; NaN during warm-up.
   *
   * @param row  one value per input
   * @param out  one value per output, overwritten
   */
  protected abstract take(row: Float64Array, out: Float64Array): void;
}
