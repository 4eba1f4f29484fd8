import type { IndicatorOutput } from '../indicator';
import { gridLine } from '../primitives/price-grid';

/** Outputs of `renko` and `renko_atr`. */
export const BRICK_OUTPUTS: readonly IndicatorOutput[] = [
  { name: 'open', kind: 'real', style: 'dashed' },
  { name: 'close', kind: 'real', style: 'line' },
  { name: 'direction', kind: 'integer', style: 'line' },
  { name: 'bricks', kind: 'integer', style: 'histogram' },
];

/**
 * A Renko chart as it grows: bricks of one size on a grid of prices. A brick is added once a price has gone a
 * whole brick beyond the last one; in the other direction that is two bricks from its end.
 *
 * @see Nison, Beyond Candlesticks, 1994
 */
export class BrickChart {
  /** 1 after a rising brick, -1 after a falling one, 0 while there is none. */
  direction = 0;
  /** Bricks that the last price added, >= 0. */
  added = 0;
  private readonly base: number;
  private readonly size: number;
  /** Line of the grid where the last brick ends; 0 while there is none. */
  private line = 0;

  /**
   * @param base  price of the first line, where the chart begins
   * @param size  of a brick in the unit of prices, > 0
   */
  constructor(base: number, size: number) {
    this.base = base;
    this.size = size;
  }

  /** Where the last brick began; the base while there is none. */
  get open(): number {
    return this.base + (this.line - this.direction) * this.size;
  }

  /** Where the last brick ended; the base while there is none. */
  get close(): number {
    return this.base + this.line * this.size;
  }

  /** Takes the next price, which is finite. */
  push(x: number): void {
    const rising = gridLine(x, this.base, this.size, 'below');
    const falling = gridLine(x, this.base, this.size, 'above');
    const top = this.direction < 0 ? this.line + 1 : this.line;
    const bottom = this.direction > 0 ? this.line - 1 : this.line;
    this.added = 0;
    if (rising > top) this.add(1, rising, rising - top);
    else if (falling < bottom) this.add(-1, falling, bottom - falling);
  }

  private add(direction: number, line: number, bricks: number): void {
    this.direction = direction;
    this.line = line;
    this.added = bricks;
  }
}
