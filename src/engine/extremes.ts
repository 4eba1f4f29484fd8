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
  readonly #bars: Bars;
  /** Levels above the bars, made when they are first needed. */
  #levels: readonly Level[] | null = null;

  constructor(bars: Bars) {
    this.#bars = bars;
  }

  /** Lowest low of rows `[from, to)`; Infinity when there is none. */
  lowest(from: number, to: number): number {
    const { low } = this.#bars;
    let least = Infinity;
    const edge = (begin: number, end: number): void => {
      for (let i = begin; i < end; i++) if (low[i]! < least && low[i]! > 0) least = low[i]!;
    };
    this.#visit(from, to, edge, (level, row) => {
      if (level.low[row]! < least) least = level.low[row]!;
    });
    return least;
  }

  /** Highest high of rows `[from, to)`; -Infinity when there is none. */
  highest(from: number, to: number): number {
    const { high } = this.#bars;
    let most = -Infinity;
    const edge = (begin: number, end: number): void => {
      for (let i = begin; i < end; i++) if (high[i]! > most && high[i]! < Infinity) most = high[i]!;
    };
    this.#visit(from, to, edge, (level, row) => {
      if (level.high[row]! > most) most = level.high[row]!;
    });
    return most;
  }

  /** Calls for the bars at the edges of a range and for as few rows above them as cover the rest. */
  #visit(
    from: number,
    to: number,
    edge: (begin: number, end: number) => void,
    see: (level: Level, row: number) => void,
  ): void {
    let low = Math.ceil(from / FAN);
    let high = Math.floor(to / FAN);
    if (low >= high) return edge(from, to);
    edge(from, low * FAN);
    edge(high * FAN, to);
    const levels = (this.#levels ??= levelsOf(this.#bars));
    for (const level of levels.slice(0, -1)) {
      while (low < high && low % FAN !== 0) see(level, low++);
      while (low < high && high % FAN !== 0) see(level, --high);
      if (low >= high) return;
      low /= FAN;
      high /= FAN;
    }
    const top = levels.at(-1)!;
    while (low < high) see(top, low++);
  }
}

function levelsOf({ low, high }: Bars): readonly Level[] {
  const levels = [narrowed({ low, high })];
  while (levels.at(-1)!.low.length > FAN) levels.push(narrowed(levels.at(-1)!));
  return levels;
}

/** Each row holds the extremes of 32 rows below; what is no price above zero does not count. */
function narrowed(below: Level): Level {
  const rows = Math.ceil(below.low.length / FAN);
  const low: Column = new Float64Array(rows).fill(Infinity);
  const high: Column = new Float64Array(rows).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    const end = Math.min(below.low.length, (row + 1) * FAN);
    let [least, most] = [Infinity, -Infinity];
    for (let i = row * FAN; i < end; i++) {
      if (below.low[i]! < least && below.low[i]! > 0) least = below.low[i]!;
      if (below.high[i]! > most && below.high[i]! < Infinity) most = below.high[i]!;
    }
    low[row] = least;
    high[row] = most;
  }
  return { low, high };
}
