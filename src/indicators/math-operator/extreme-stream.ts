import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import { WindowExtreme } from '../primitives/window-extreme';
import { WindowPeak } from '../primitives/window-peak';

/** The highest or lowest of the last rows, from the first full window on. */
export class ExtremeStream extends ColumnStream {
  private readonly extreme: WindowPeak;
  /** Rows still missing for a full window. */
  private missing: number;
  private hasStarted = false;

  /** @param timePeriod  rows looked at, integer >= 1 */
  constructor(timePeriod: number, side: 'max' | 'min') {
    super(1, 1);
    this.extreme = new WindowPeak(timePeriod, side);
    this.missing = timePeriod;
  }

  override take([x]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
    for (let i = from; i < to; i++) y![i] = this.push(x![i]!);
  }

  private push(x: number): number {
    this.hasStarted ||= !Number.isNaN(x);
    if (this.hasStarted) {
      if (this.missing > 0) this.missing--;
      this.extreme.push(x);
    }
    return this.missing > 0 ? NaN : this.extreme.value;
  }
}

/** The row that holds it, counted from the first row of the column. */
export class ExtremeRowStream extends ColumnStream {
  private readonly extreme: WindowExtreme;
  /** Rows still missing for a full window. */
  private missing: number;
  /** Rows before the first number. */
  private before = 0;
  private hasStarted = false;

  /** @param timePeriod  rows looked at, integer >= 1 */
  constructor(timePeriod: number, side: 'max' | 'min') {
    super(1, 1);
    this.extreme = new WindowExtreme(timePeriod, side, 'kept');
    this.missing = timePeriod;
  }

  override take([x]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
    for (let i = from; i < to; i++) y![i] = this.push(x![i]!);
  }

  private push(x: number): number {
    this.hasStarted ||= !Number.isNaN(x);
    if (this.hasStarted) {
      if (this.missing > 0) this.missing--;
      this.extreme.push(x);
    } else {
      this.before++;
    }
    return this.missing > 0 ? NaN : this.extreme.row + this.before;
  }
}
