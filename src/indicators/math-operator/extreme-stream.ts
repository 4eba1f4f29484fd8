import type { IndicatorStream } from '../indicator';
import { WindowExtreme } from '../primitives/window-extreme';

/** The highest or lowest of the last rows, or the row that holds it, from the first full window on. */
export class ExtremeStream implements IndicatorStream {
  private readonly extreme: WindowExtreme;
  private readonly isIndex: boolean;
  /** Rows still missing for a full window. */
  private missing: number;
  /** Rows before the first number. */
  private before = 0;
  private hasStarted = false;

  /**
   * @param timePeriod  rows looked at, integer >= 1
   * @param gives       the value itself, or its row counted from the first row of the column
   */
  constructor(timePeriod: number, side: 'max' | 'min', gives: 'value' | 'index') {
    this.isIndex = gives === 'index';
    this.extreme = this.isIndex
      ? new WindowExtreme(timePeriod, side, 'kept')
      : new WindowExtreme(timePeriod, side);
    this.missing = timePeriod;
  }

  next(row: Float64Array, out: Float64Array): void {
    this.hasStarted ||= !Number.isNaN(row[0]!);
    if (!this.hasStarted) {
      this.before++;
      out.fill(NaN);
      return;
    }
    if (this.missing > 0) this.missing--;
    const value = this.extreme.push(row[0]!);
    out[0] = this.missing > 0 ? NaN : this.isIndex ? this.extreme.row + this.before : value;
  }
}
