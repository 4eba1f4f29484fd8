import type { Fill } from '../core/order';
import type { Sides } from './sides';

/** What was paid, by kind, account currency, 0 or above. */
export interface CostsByKind {
  readonly fees: number;
  readonly slippage: number;
  readonly total: number;
}

/**
 * Costs by kind and side of the position that the fill opened, changed or closed. A fill that turns a position
 * around is shared between both sides by the quantity that closes and the quantity that opens.
 *
 * @param fills  fills of the run on one instrument, in order, from a flat position on
 * @returns      costs of all fills, also of a position that is still open; NaN when a cost is
 */
export function costsByKind(fills: readonly Fill[]): Sides<CostsByKind> {
  const paid = { long: { fees: 0, slippage: 0 }, short: { fees: 0, slippage: 0 } };
  let position = 0;
  for (const { side, quantity, fee, slippage } of fills) {
    const signed = side === 'buy' ? quantity : -quantity;
    const share = quantity > 0 ? longShare(position, signed) : 0;
    paid.long.fees += share * fee;
    paid.long.slippage += share * slippage;
    paid.short.fees += (1 - share) * fee;
    paid.short.slippage += (1 - share) * slippage;
    position += signed;
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

/** Share of a fill of `signed` units that concerns the long side of a position. */
function longShare(position: number, signed: number): number {
  const ofLong = Math.abs(Math.max(0, position + signed) - Math.max(0, position));
  return Math.min(1, ofLong / Math.abs(signed));
}
