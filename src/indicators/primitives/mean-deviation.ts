import { SortedWindow } from './sorted-window';

/** Longest window that is scanned row by row: below it the scan is faster than a tree. */
const SCANNED = 128;

/**
 * Mean and mean absolute deviation of the last `period` rows, without drift: up to 128 rows by a scan,
 * which sums the rows in the order of TA-Lib's ring buffer; of more rows in O(log period) from a sorted
 * window, whose mean is rounded as that of a scan where all rows are equal. NaN while the window holds a
 * NaN or an infinity.
 */
export class MeanDeviation {
  mean = NaN;
  deviation = NaN;
  /** Ring of the last rows, or null where they are in `sorted`. */
  private readonly rows: Float64Array | null;
  private readonly sorted: SortedWindow | null;
  private readonly period: number;
  private position = 0;
  private previous = NaN;
  /** Rows since the last change. */
  private equalRows = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.rows = period <= SCANNED ? new Float64Array(period) : null;
    this.sorted = period <= SCANNED ? null : new SortedWindow(period);
    this.period = period;
  }

  /** Takes the next row; both values are of a full window from the `period`-th row on. */
  push(x: number): void {
    if (this.rows) this.scan(this.rows, x);
    else if (this.sorted) this.search(this.sorted, x);
  }

  private scan(rows: Float64Array, x: number): void {
    rows[this.position] = x;
    this.position = this.position + 1 === rows.length ? 0 : this.position + 1;
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += rows[i]!;
    const mean = sum / rows.length;
    let distances = 0;
    for (let i = 0; i < rows.length; i++) distances += Math.abs(rows[i]! - mean);
    this.mean = mean;
    this.deviation = distances / rows.length;
  }

  private search(sorted: SortedWindow, x: number): void {
    sorted.push(x);
    this.equalRows = x === this.previous ? this.equalRows + 1 : 1;
    this.previous = x;
    if (this.equalRows < this.period) {
      this.mean = sorted.mean();
      this.deviation = sorted.meanDistance(this.mean);
    } else if (this.equalRows === this.period) {
      this.mean = meanOfEqual(x, this.period);
      this.deviation = Math.abs(x - this.mean);
    }
  }
}

/** Mean of equal rows as a scan rounds it. */
function meanOfEqual(x: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += x;
  return sum / count;
}
