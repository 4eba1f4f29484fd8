/** Share of a number of lots by which a quantity may miss it and still is that many. */
export const LOT_SLACK = 1e-12;

/** Whole lots in a quantity; 0 where there are none, or no number of them. */
export function lotsIn(quantity: number, lot: number): number {
  const units = Math.floor(quantity / lot) * lot;
  return units > 0 && units < Infinity ? units : 0;
}

/** Whole lots in a quantity that was given as one: 0.3 is three lots of 0.1, though it divides to less. */
export function wholeLotsIn(quantity: number, lot: number): number {
  const lots = quantity / lot;
  const nearest = Math.round(lots);
  return Math.abs(lots - nearest) <= nearest * LOT_SLACK ? nearest * lot : lotsIn(quantity, lot);
}
