import type { Convention } from '../convention';
import { isNearZero } from './near-zero';
import { WilderAverage } from './wilder-average';

/**
 * Rises and falls of a series from row to row, each Wilder-smoothed: the base of RSI and CMO. The first
 * row must be a number; a later NaN makes every later value NaN.
 */
export class SmoothedChanges {
  private readonly gains: WilderAverage;
  private readonly losses: WilderAverage;
  private previous = NaN;
  private hasPrevious = false;

  /** @param period  smoothing length in rows, integer >= 1 */
  constructor(period: number) {
    this.gains = new WilderAverage(period);
    this.losses = new WilderAverage(period);
  }

  /** Mean rise, >= 0; NaN until `period` changes are known. */
  get gain(): number {
    return this.gains.value;
  }

  /** Mean fall, >= 0; NaN until `period` changes are known. */
  get loss(): number {
    return this.losses.value;
  }

  /** Takes the next row. */
  push(x: number): void {
    const change = x - this.previous;
    this.previous = x;
    if (!this.hasPrevious) {
      this.hasPrevious = true;
      return;
    }
    // As Math.max(change, 0) and Math.max(-change, 0), without a branch on what nobody can predict.
    const size = Math.abs(change);
    this.gains.push((size + change) / 2);
    this.losses.push((size - change) / 2);
  }
}

/**
 * Share of rises in all movement, 0 to 100. Without falls or rises: 0 where there is less than 1e-14 of them
 * in TA-Lib, 100 where there are no falls in TradingView.
 */
export function relativeStrength({ gain, loss }: SmoothedChanges, convention: Convention = 'talib'): number {
  if (convention === 'tradingview' && loss === 0) return Number.isNaN(gain) ? NaN : 100;
  const movement = gain + loss;
  const isStill = convention === 'talib' && isNearZero(movement);
  return isStill ? 0 : 100 * (gain / movement);
}
