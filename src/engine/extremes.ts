import type { Bars } from '../core/bars';
import type { Column } from '../core/column';

/** Rows of one level that a row of the next stands for. */
const FAN = 32;

/** Takes rows `[from, to)` of a column into the extreme found so far. */
type Extreme = (column: Column, from: number, to: number, found: number) => number;

/**
 * Lowest low and highest high over any rows of bars. Rows are read one by one until as many were read as there are;
 * from then on a range takes O(log n), by a pyramid whose every level holds the extremes of 32 rows of the one below. What is no
 * price above zero counts as none.
 */
export class Extremes {
  readonly #bars: Bars;
  #lows: readonly Column[];
  #highs: readonly Column[];
  #rowsRead = 0;

  constructor(bars: Bars) {
    this.#bars = bars;
    this.#lows = [bars.low];
    this.#highs = [bars.high];
  }

  /** Lowest low of rows `[from, to)`; Infinity when there is none. */
  lowest(from: number, to: number): number {
    this.#count(to - from);
    return over(this.#lows, from, to, least, Infinity);
  }

  /** Highest high of rows `[from, to)`; -Infinity when there is none. */
  highest(from: number, to: number): number {
    this.#count(to - from);
    return over(this.#highs, from, to, most, -Infinity);
  }

  /** Builds the levels above the bars once they are worth it. */
  #count(rows: number): void {
    const { low, high } = this.#bars;
    if (this.#rowsRead > 2 * low.length) return;
    this.#rowsRead += rows;
    if (this.#rowsRead <= 2 * low.length) return;
    this.#lows = pyramid(low, least, Infinity);
    this.#highs = pyramid(high, most, -Infinity);
  }
}

/** Extreme of rows of the lowest level, which reads the edges of the range at each level and goes up with the rest. */
function over(
  levels: readonly Column[],
  from: number,
  to: number,
  extreme: Extreme,
  nothing: number,
): number {
  let found = nothing;
  let [low, high] = [from, to];
  for (let k = 0; k < levels.length - 1; k++) {
    const column = levels[k]!;
    const above = Math.ceil(low / FAN);
    const end = Math.floor(high / FAN);
    if (above >= end) return extreme(column, low, high, found);
    found = extreme(column, low, above * FAN, found);
    found = extreme(column, end * FAN, high, found);
    low = above;
    high = end;
  }
  return extreme(levels.at(-1)!, low, high, found);
}

function pyramid(column: Column, extreme: Extreme, nothing: number): readonly Column[] {
  const levels = [column];
  for (let below = column; below.length > FAN;) {
    const level: Column = new Float64Array(Math.ceil(below.length / FAN));
    for (let row = 0; row < level.length; row++) {
      const end = Math.min(below.length, (row + 1) * FAN);
      level[row] = extreme(below, row * FAN, end, nothing);
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

function least(column: Column, from: number, to: number, found: number): number {
  let low = found;
  for (let i = from; i < to; i++) if (column[i]! < low && column[i]! > 0) low = column[i]!;
  return low;
}

function most(column: Column, from: number, to: number, found: number): number {
  let high = found;
  for (let i = from; i < to; i++) if (column[i]! > high && column[i]! < Infinity) high = column[i]!;
  return high;
}
