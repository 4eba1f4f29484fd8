import type { Column } from '../core/column';
import { finite } from './finite';

/** How the account was invested over time. */
export interface ExposureShares {
  /** Shares of the bars that end long, short and without a position, fractions that add up to 1. */
  readonly long: number;
  readonly short: number;
  readonly flat: number;
  /** Mean of position value over equity, signed; null when it is unbounded at a bar. */
  readonly meanNet: number | null;
  /** Mean and greatest of its size. */
  readonly meanGross: number | null;
  readonly maxGross: number | null;
}

/**
 * Exposure shares of a run: time on either side of the market, and how much of the account was in it.
 *
 * @param exposure  `f64[n]`, position value over equity per bar, signed fractions
 * @returns         null for no bars or a NaN
 */
export function exposureShares(exposure: Column): ExposureShares | null {
  const count = exposure.length;
  if (count === 0 || exposure.some(Number.isNaN)) return null;
  let long = 0;
  let short = 0;
  let net = 0;
  let gross = 0;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const value = exposure[i]!;
    const size = Math.abs(value);
    if (value > 0) long += 1;
    else if (value < 0) short += 1;
    net += value;
    gross += size;
    if (size > most) most = size;
  }
  return {
    long: long / count,
    short: short / count,
    flat: (count - long - short) / count,
    meanNet: finite(net / count),
    meanGross: finite(gross / count),
    maxGross: finite(most),
  };
}
