import type { Column } from '../core/column';
import { finite } from './finite';
import type { Moments } from './moments';

/**
 * Returns that spread less than this do not move: what is left is the rounding of `equity / before - 1`,
 * whose last bit is 2e-16.
 */
const STILL = 1e-13;

/** Whether there are at least `minimum` values, all of them finite. */
export function isSample(values: Column, minimum: number): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return values.length >= minimum;
}

/** Whether the returns behind the moments differ by more than rounding. */
export const moves = (returns: Moments): boolean => returns.deviation > STILL && returns.deviation < Infinity;

/** Part over whole; null when the whole is zero, the quotient overflows or either is unknown. */
export const quotient = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : finite(part / whole);
