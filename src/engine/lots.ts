/** Whole lots in a quantity; 0 where there are none, or no number of them. */
export function lotsIn(quantity: number, lot: number): number {
  const units = Math.floor(quantity / lot) * lot;
  return units > 0 && units < Infinity ? units : 0;
}

/** Whole lots in a quantity that was given as one: 0.3 is three lots of 0.1, though it divides to less. */
export function wholeLotsIn(quantity: number, lot: number): number {
  const lots = quantity / lot;
  const nearest = Math.round(lots);
  return Math.abs(lots - nearest) <= nearest * 1e-12 ? nearest * lot : lotsIn(quantity, lot);
}
