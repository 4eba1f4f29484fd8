/** Share of a price within which it lies on a line of a grid: what rounding of prices amounts to. */
const ROUNDING = 1e-12;

/**
 * Number of the line that a price has reached, on a grid of lines `size` apart.
 *
 * @param x     price, finite
 * @param base  price of line 0
 * @param size  distance of two lines, > 0
 * @param side  from which side: `above` gives the line at or above the price, `below` the one at or below it
 * @returns     whole number; a price within 1e-12 of itself from a line is on it
 */
export function gridLine(x: number, base: number, size: number, side: 'above' | 'below'): number {
  const steps = (x - base) / size;
  const nearest = Math.round(steps);
  const isOnLine = Math.abs(base + nearest * size - x) <= ROUNDING * Math.max(Math.abs(x), Math.abs(base));
  if (isOnLine) return nearest;
  return side === 'above' ? Math.ceil(steps) : Math.floor(steps);
}
