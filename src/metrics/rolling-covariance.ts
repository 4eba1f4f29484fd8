import { checkInteger, checkLength } from '../core/check';
import type { Column } from '../core/column';

/** Range of a rolling window, rows. */
export const ROLLING_WINDOW = { min: 2, max: 10_000_000 } as const;

/**
 * Sample covariance (divisor `window - 1`) of two columns over a moving window; of a column with itself, its variance.
 * The sums are made anew once a window, so that rounding does not pile up; where nothing moves it is exactly 0.
 *
 * @param a       `f64[n]`
 * @param b       `f64[n]`
 * @param window  rows, integer in [2, 10,000,000]
 * @returns       `f64[n]`, the window that ends at each row; NaN until it is full and where it holds a value that is
 *                not finite
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 */
export function rollingCovariance(a: Column, b: Column, window: number): Column {
  checkInteger('window', window, ROLLING_WINDOW.min, ROLLING_WINDOW.max);
  checkLength('b', b.length, a.length);
  const out: Column = new Float64Array(a.length).fill(NaN);
  const sums = new PairSums();
  let same = 0;
  for (let end = 0; end < a.length; end++) {
    same = a[end] === a[end - 1] && b[end] === b[end - 1] ? same + 1 : 1;
    const from = end - window + 1;
    if (from < 0) continue;
    if (from % window === 0) {
      sums.clear();
      for (let i = from; i <= end; i++) sums.add(a[i]!, b[i]!);
    } else {
      sums.remove(a[from - 1]!, b[from - 1]!);
      sums.add(a[end]!, b[end]!);
    }
    const value = sums.covariance(window);
    out[end] = same >= window && !Number.isNaN(value) ? 0 : value;
  }
  return out;
}

class PairSums {
  #a = 0;
  #b = 0;
  #product = 0;
  /** Pairs in the window that are not finite; they are kept out of the sums. */
  #unknown = 0;

  clear(): void {
    this.#a = this.#b = this.#product = this.#unknown = 0;
  }

  add(a: number, b: number): void {
    this.#change(a, b, 1);
  }

  remove(a: number, b: number): void {
    this.#change(a, b, -1);
  }

  covariance(count: number): number {
    if (this.#unknown > 0) return NaN;
    return (this.#product - (this.#a * this.#b) / count) / (count - 1);
  }

  #change(a: number, b: number, sign: 1 | -1): void {
    if (!Number.isFinite(a * b)) {
      this.#unknown += sign;
      return;
    }
    this.#a += sign * a;
    this.#b += sign * b;
    this.#product += sign * a * b;
  }
}
