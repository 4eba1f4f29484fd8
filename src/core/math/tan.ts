import { quarterTurns } from './quarter-turns';
import { cosOfSmall, sinOfSmall } from './sin';

/**
 * Tangent with the same bits on every machine.
 *
 * @param x  radians, any number
 * @returns  within 2 ulp for every finite angle; the sign of zero is kept
 *
 * NaN and infinities give NaN.
 */
export function tan(x: number): number {
  if (x === 0) return x;
  if (!Number.isFinite(x)) return NaN;
  const { quarter, high, low } = quarterTurns(x);
  const sine = sinOfSmall(high, low);
  const cosine = cosOfSmall(high, low);
  return quarter % 2 === 0 ? sine / cosine : -cosine / sine;
}
