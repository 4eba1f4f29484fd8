import { EPSILON } from './near-zero';

/**
 * Whether rows do not vary beyond rounding: their deviation is at most 1e-14 of their level. Unlike TA-Lib's
 * zero test it does not depend on the unit of the rows. False for NaN.
 *
 * @param variance  of the rows
 * @param level     what the rows are rounded at: their mean, or 1 for returns
 */
export function isFlat(variance: number, level: number): boolean {
  const noise = EPSILON * level;
  return variance <= noise * noise;
}
