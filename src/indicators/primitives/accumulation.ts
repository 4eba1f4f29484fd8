import { closeLocation } from './close-location';

/**
 * Accumulation/distribution line: running sum of volume, each bar's weighted by where it closed between
 * its low (-1) and its high (+1). A bar without range, or with its high below its low, adds nothing. A
 * NaN makes every later value NaN.
 */
export class Accumulation {
  private value = 0;

  /** Takes the next bar and returns the sum so far. */
  push(high: number, low: number, close: number, volume: number): number {
    this.value += closeLocation(high, low, close) * volume;
    return this.value;
  }
}
