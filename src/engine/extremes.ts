import type { Bars } from '../core/bars';
import type { Column } from '../core/column';

/** Rows of one level that a row of the next stands for. */
const FAN = 32;

interface Level {
  readonly low: Column;
  readonly high: Column;
}

/**
 * Lowest low and highest high over any rows of bars in O(log n): a pyramid whose every level holds the extremes of 32 rows
 * of the one below. What is no price above zero counts as none.
 */
export class Extremes {
  readonly #levels: Level[];

  constructor({ low, high }: Bars) {
    this.#levels = [
      {
        low: low.map((price) => (price > 0 ? price : Infinity)),
        high: high.map((price) => (price < Infinity ? price : NaN)),
      },
    ];
    this.#levels[0]!.high.forEach((price, i, column) => {
      if (Number.isNaN(price)) column[i] = -Infinity;
    });
    for (let below = this.#levels[0]!; below.low.length > FAN; below = this.#levels.at(-1)!) {
      this.#levels.push(narrowed(below));
    }
  }

  /** Lowest low of rows `[from, to)`; Infinity when there is none. */
  lowest(from: number, to: number): number {
    let least = Infinity;
    this.#visit(from, to, (level, row) => {
      const price = level.low[row]!;
      if (price < least) least = price;
    });
    return least;
  }

  /** Highest high of rows `[from, to)`; -Infinity when there is none. */
  highest(from: number, to: number): number {
    let most = -Infinity;
    this.#visit(from, to, (level, row) => {
      const price = level.high[row]!;
      if (price > most) most = price;
    });
    return most;
  }

  /** Calls for as few rows of any level as cover the range. */
  #visit(from: number, to: number, see: (level: Level, row: number) => void): void {
    let [low, high] = [from, to];
    for (const level of this.#levels.slice(0, -1)) {
      while (low < high && low % FAN !== 0) see(level, low++);
      while (low < high && high % FAN !== 0) see(level, --high);
      if (low >= high) return;
      low /= FAN;
      high /= FAN;
    }
    const top = this.#levels.at(-1)!;
    while (low < high) see(top, low++);
  }
}

function narrowed(below: Level): Level {
  const rows = Math.ceil(below.low.length / FAN);
  const low: Column = new Float64Array(rows).fill(Infinity);
  const high: Column = new Float64Array(rows).fill(-Infinity);
  for (let i = 0; i < below.low.length; i++) {
    const row = Math.floor(i / FAN);
    low[row] = Math.min(low[row]!, below.low[i]!);
    high[row] = Math.max(high[row]!, below.high[i]!);
  }
  return { low, high };
}
