import type { Fill } from '../core/order';
import type { Sides } from './sides';

/** What was paid, by kind, account currency, 0 or above. */
export interface CostsByKind {
  readonly fees: number;
  readonly slippage: number;
  readonly total: number;
}

/**
 * Costs by kind and side of the position that the fill opened or closed.
 *
 * @param fills  fills of the run, on any number of instruments
 * @returns      costs of all fills, also of a position that is still open; NaN when a cost is
 */
export function costsByKind(fills: readonly Fill[]): Sides<CostsByKind> {
  const paid = { long: { fees: 0, slippage: 0 }, short: { fees: 0, slippage: 0 } };
  for (const { side, effect, fee, slippage } of fills) {
    const of = paid[(side === 'buy') === (effect === 'open') ? 'long' : 'short'];
    of.fees += fee;
    of.slippage += slippage;
  }
  return {
    all: costsOf(paid.long.fees + paid.short.fees, paid.long.slippage + paid.short.slippage),
    long: costsOf(paid.long.fees, paid.long.slippage),
    short: costsOf(paid.short.fees, paid.short.slippage),
  };
}

const costsOf = (fees: number, slippage: number): CostsByKind => ({
  fees,
  slippage,
  total: fees + slippage,
});
