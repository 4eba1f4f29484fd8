/**
 * Where a bar closed between its low (-1) and its high (+1). 0 for a bar without range or with its high below
 * its low; NaN if a price is NaN.
 *
 * @see Chaikin's money flow multiplier, as in Achelis, Technical Analysis from A to Z, 1995
 */
export function closeLocation(high: number, low: number, close: number): number {
  const range = high - low;
  if (range > 0) return (close - low - (high - close)) / range;
  return Number.isNaN(range + close) ? NaN : 0;
}
