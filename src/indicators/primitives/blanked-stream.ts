import { FullRowStream } from './full-row-stream';

/** A stream that begins at the first row without a NaN and gives NaN in all outputs for the lookback from there. */
export abstract class BlankedStream extends FullRowStream {
  /** Rows of NaN after the first full row began. */
  protected readonly lookback: number;
  private rowsTaken = 0;

  /** @param lookback  integer >= 0 */
  constructor(lookback: number) {
    super();
    this.lookback = lookback;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const today = this.rowsTaken++;
    this.compute(row, out, today);
    if (today < this.lookback) out.fill(NaN);
  }

  /**
   * Takes the next row and writes its outputs; what it writes during the lookback is not seen.
   *
   * @param row    one value per input
   * @param out    one value per output, overwritten
   * @param today  rows taken before this one
   */
  protected abstract compute(row: Float64Array, out: Float64Array, today: number): void;
}
