import { isNearZero } from './near-zero';
import { WindowSum } from './window-sum';

/** Root of the weight of a new row: of 30 bars' EMA where the rows go back and forth, of 2 bars' in a straight run. */
export const SLOWEST = 2 / 31;
export const FASTEST = 2 / 3;

/**
 * Kaufman's average: a new row weighs more, the straighter the way of the last `period` rows. It
 * starts from row `period - 1`; NaN before row `period`. Leading NaN are skipped; a later NaN makes
 * every later value NaN.
 */
export class AdaptiveAverage {
  private readonly way: WindowSum;
  /** The last `period` rows. */
  private readonly rows: Float64Array;
  private position = 0;
  private taken = 0;
  private previous = NaN;
  private level = NaN;

  /** @param period  steps of which the way is made, integer >= 1 */
  constructor(period: number) {
    this.way = new WindowSum(period);
    this.rows = new Float64Array(period);
  }

  /** Takes the next row and returns the new value. */
  push(x: number): number {
    if (this.taken === 0 && Number.isNaN(x)) return NaN;
    const { rows, position } = this;
    const oldest = rows[position]!;
    rows[position] = x;
    this.position = position + 1 === rows.length ? 0 : position + 1;

    const way = this.taken === 0 ? 0 : this.way.push(Math.abs(x - this.previous));
    this.previous = x;
    if (this.taken === rows.length) return this.move(x, Math.abs(x - oldest), way);
    this.taken++;
    this.level = x;
    return NaN;
  }

  private move(x: number, distance: number, way: number): number {
    this.level += kamaWeight(distance, way) * (x - this.level);
    return this.level;
  }
}

/** Weight of a new row after a way of which `distance` is the part as the crow flies. */
export function kamaWeight(distance: number, way: number): number {
  const straightness = way <= distance || isNearZero(way) ? 1 : distance / way;
  const root = straightness * (FASTEST - SLOWEST) + SLOWEST;
  return root * root;
}
