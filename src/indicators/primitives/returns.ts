import { log } from '../../core/math/log';

/** Simple return from one price to the next, a fraction; from a price of zero 0. NaN if either is NaN. */
export const simpleReturn = (from: number, to: number): number =>
  from === 0 && !Number.isNaN(to) ? 0 : (to - from) / from;

/** Logarithm of the ratio of two prices; NaN unless both are positive and their ratio is a positive number. */
export function logRatio(to: number, from: number): number {
  const ratio = to / from;
  return from > 0 && ratio > 0 && ratio < Infinity ? log(ratio) : NaN;
}
