import type { IndicatorStream } from '../indicator';
import { WindowExtreme } from '../primitives/window-extreme';
import { WindowPeak } from '../primitives/window-peak';

/** The highest or lowest of the last rows, from the first full window on. */
export class ExtremeStream implements IndicatorStream {
  private readonly extreme: WindowPeak;
  /** Rows still missing for a full window. */
  private missing: number;
  private hasStarted = false;

  /** @param timePeriod  rows looked at, integer >= 1 */
  constructor(timePeriod: number, side: 'max' | 'min') {
    this.extreme = new WindowPeak(timePeriod, side);
    this.missing = timePeriod;
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.hasStarted ||= !Number.isNaN(x);
    if (this.hasStarted) {
      if (this.missing > 0) this.missing--;
      this.extreme.push(x);
    }
    out[0] = this.missing > 0 ? NaN : this.extreme.value;
  }
}

/** The row that holds it, counted from the first row of the column. */
export class ExtremeRowStream implements IndicatorStream {
  private readonly extreme: WindowExtreme;
  /** Rows still missing for a full window. */
  private missing: number;
  /** Rows before the first number. */
  private before = 0;
  private hasStarted = false;

  /** @param timePeriod  rows looked at, integer >= 1 */
  constructor(timePeriod: number, side: 'max' | 'min') {
    this.extreme = new WindowExtreme(timePeriod, side, 'kept');
    this.missing = timePeriod;
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.hasStarted ||= !Number.isNaN(x);
    if (this.hasStarted) {
      if (this.missing > 0) this.missing--;
      this.extreme.push(x);
    } else {
      this.before++;
    }
    out[0] = this.missing > 0 ? NaN : this.extreme.row + this.before;
  }
}
