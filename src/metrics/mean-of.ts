import { finite } from './finite';

/** Arithmetic mean; null for no value or one that is not finite. */
export function meanOf(values: ArrayLike<number>): number | null {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return finite(sum / values.length);
}
