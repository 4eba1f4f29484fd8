import type { Bars } from '../core/bars';
import type { Column } from '../core/column';

/** Rows that share one extreme; long spans are read by blocks of them. */
const BLOCK = 64;

/** Lowest low and highest high of spans of bars, many spans over the same bars; unknown prices do not count. */
export class Extremes {
  readonly #low: Column;
  readonly #high: Column;
  /** Extremes of whole blocks, as far as they were needed; NaN until then. */
  #lows: Column | null = null;
  #highs: Column | null = null;

  constructor({ low, high }: Pick<Bars, 'low' | 'high'>) {
    this.#low = low;
    this.#high = high;
  }

  /** Least of `start` and the lows of rows `[from, to)`. */
  lowest(start: number, from: number, to: number): number {
    let lowest = start;
    for (let i = from; i < to; i++) {
      if (i % BLOCK === 0 && i + BLOCK <= to) {
        const low = this.#blockLow(i);
        if (low < lowest) lowest = low;
        i += BLOCK - 1;
        continue;
      }
      const low = this.#low[i]!;
      if (low < lowest && low > 0) lowest = low;
    }
    return lowest;
  }

  /** Greatest of `start` and the highs of rows `[from, to)`. */
  highest(start: number, from: number, to: number): number {
    let highest = start;
    for (let i = from; i < to; i++) {
      if (i % BLOCK === 0 && i + BLOCK <= to) {
        const high = this.#blockHigh(i);
        if (high > highest) highest = high;
        i += BLOCK - 1;
        continue;
      }
      const high = this.#high[i]!;
      if (high > highest && high < Infinity) highest = high;
    }
    return highest;
  }

  #blockLow(row: number): number {
    const lows = (this.#lows ??= new Float64Array(Math.ceil(this.#low.length / BLOCK)).fill(NaN));
    const block = row / BLOCK;
    if (Number.isNaN(lows[block]!)) {
      let lowest = Infinity;
      for (let i = row; i < row + BLOCK; i++) {
        const low = this.#low[i]!;
        if (low < lowest && low > 0) lowest = low;
      }
      lows[block] = lowest;
    }
    return lows[block]!;
  }

  #blockHigh(row: number): number {
    const highs = (this.#highs ??= new Float64Array(Math.ceil(this.#high.length / BLOCK)).fill(NaN));
    const block = row / BLOCK;
    if (Number.isNaN(highs[block]!)) {
      let highest = -Infinity;
      for (let i = row; i < row + BLOCK; i++) {
        const high = this.#high[i]!;
        if (high > highest && high < Infinity) highest = high;
      }
      highs[block] = highest;
    }
    return highs[block]!;
  }
}
