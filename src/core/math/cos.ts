import { quarterTurns } from './quarter-turns';
import { cosOfSmall, sinOfSmall } from './sin';

/**
 * Cosine with the same bits on every machine.
 *
 * @param x  radians, any number
 * @returns  within 1 ulp for every finite angle
 *
 * NaN and infinities give NaN.
 */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const { quarter, high, low } = quarterTurns(x);
  const value = quarter % 2 === 0 ? cosOfSmall(high, low) : sinOfSmall(high, low);
  return quarter === 0 || quarter === 3 ? value : -value;
}
