import { FullRowStream } from './full-row-stream';

/** A full-row stream whose first `lookback` rows only fill its state; from then on it writes values. */
export abstract class WarmUpStream extends FullRowStream {
  /** Rows that are still missing before the one with the first value. */
  private missing: number;

  /** @param lookback  rows of NaN, integer >= 0 */
  constructor(lookback: number) {
    super();
    this.missing = lookback;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    if (this.missing > 0) {
      this.missing--;
      out.fill(NaN);
    } else {
      this.write(out);
    }
  }

  /** Takes the next row. */
  protected abstract absorb(row: Float64Array): void;

  /** Writes the outputs at the row taken last; never called in warm-up. */
  protected abstract write(out: Float64Array): void;
}
