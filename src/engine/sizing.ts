import type { Sizing } from '../core/order';

/**
 * Units that an entry asks for, cut down to whole lots.
 *
 * @param sizing  what the strategy asked for
 * @param equity  account value at the signal's close
 * @param close   price at the signal's close
 * @param lot     smallest tradable quantity
 * @returns       a multiple of `lot`, 0 when it asks for less than one or for no number
 */
export function unitsOf(sizing: Sizing, equity: number, close: number, lot: number): number {
  const wanted = sizing.kind === 'units' ? sizing.units : ((sizing.percent / 100) * equity) / close;
  const units = Math.floor(wanted / lot) * lot;
  return units > 0 && units < Infinity ? units : 0;
}
