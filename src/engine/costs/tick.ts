/** Share of a step by which a price may miss it and still stands on it, since steps are no binary fractions. */
export const TICK_SLACK = 1e-9;

/**
 * A price on the grid of its steps.
 *
 * @param price  any price
 * @param tick   smallest step; 0 leaves the price as it is
 * @param sign   1 rounds up, -1 down, 0 to the nearest
 */
export function roundToTick(price: number, tick: number, sign: -1 | 0 | 1): number {
  if (tick === 0) return price;
  const steps = price / tick;
  const nearest = Math.round(steps);
  if (sign === 0 || Math.abs(steps - nearest) < TICK_SLACK) return nearest * tick;
  return (sign > 0 ? Math.ceil(steps) : Math.floor(steps)) * tick;
}
