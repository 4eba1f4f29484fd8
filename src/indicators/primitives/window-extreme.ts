/**
 * Which of several equal extremes gives `row`. `latest`: the last one. `kept`: the one found first
 * stays until a later row equals or beats it; when it leaves the window, the oldest that is left.
 */
export type Ties = 'latest' | 'kept';

/**
 * Largest or smallest of the last `period` rows, and where it is: a queue of the rows that may still
 * become the extreme, best first. A row costs O(1) on average.
 *
 * While a NaN is inside the window, `value` and `row` are NaN.
 *
 * @see TA-Lib `TA_MAXINDEX`, `TA_MININDEX` (ties `kept`), `TA_AROON` (ties `latest`)
 */
export class WindowExtreme {
  /** Extreme of the last `period` rows, or of all rows so far while there are fewer. */
  value = NaN;
  /** Its position, counted from 0 at the first row taken. */
  row = NaN;
  /** 1 for the largest, -1 for the smallest. */
  private readonly sign: number;
  private readonly keepsEqual: boolean;
  /** The queue as a ring: values times `sign`, never increasing, and their rows. */
  private readonly values: Float64Array;
  private readonly rows: Float64Array;
  private first = 0;
  private count = 0;
  private taken = 0;
  /** Row and signed value of the extreme while no NaN hides it; -1 while there is none. */
  private bestRow = -1;
  private best = NaN;
  private nanRow = -Infinity;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number, kind: 'max' | 'min', ties: Ties = 'latest') {
    this.sign = kind === 'max' ? 1 : -1;
    this.keepsEqual = ties === 'kept';
    this.values = new Float64Array(period);
    this.rows = new Float64Array(period);
  }

  /** Takes the next row and returns the new `value`. */
  push(x: number): number {
    const today = this.taken++;
    const oldest = today - this.values.length + 1;
    if (this.count > 0 && this.rows[this.first]! < oldest) this.dropFirst();
    if (Number.isNaN(x)) this.nanRow = today;
    else {
      this.append(x * this.sign, today);
      if (this.bestRow >= oldest && x * this.sign >= this.best) this.setBest(today, x * this.sign);
    }
    this.choose(oldest);
    const isHidden = this.nanRow >= oldest || this.count === 0;
    this.value = isHidden ? NaN : this.values[this.first]! * this.sign;
    this.row = isHidden ? NaN : this.bestRow;
    return this.value;
  }

  private append(signed: number, today: number): void {
    const { values, rows } = this;
    const capacity = values.length;
    let last = this.first + this.count - 1;
    if (last >= capacity) last -= capacity;
    while (this.count > 0 && this.isBeaten(values[last]!, signed)) {
      this.count--;
      last = last === 0 ? capacity - 1 : last - 1;
    }
    const next = this.count === 0 ? this.first : (last + 1) % capacity;
    values[next] = signed;
    rows[next] = today;
    this.count++;
  }

  private isBeaten(waiting: number, signed: number): boolean {
    return this.keepsEqual ? waiting < signed : waiting <= signed;
  }

  /** Takes the head of the queue when the extreme has left the window, and up to the first full one. */
  private choose(oldest: number): void {
    if (this.count === 0) this.bestRow = -1;
    else if (oldest <= 0 || this.bestRow < oldest)
      this.setBest(this.rows[this.first]!, this.values[this.first]!);
  }

  private setBest(row: number, signed: number): void {
    this.bestRow = row;
    this.best = signed;
  }

  private dropFirst(): void {
    this.first = this.first + 1 === this.values.length ? 0 : this.first + 1;
    this.count--;
  }
}
