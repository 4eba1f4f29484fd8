import type { Column } from '../core/column';
import { pow } from '../core/math/pow';

/**
 * Compound growth a year of a column of returns: `(product of 1 + r)^(periods / n) - 1`.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param periodsPerYear  bars a year
 * @returns               fraction a year, -1 when the product is zero or less; NaN for no return or one that is NaN
 */
export function growthAYear(returns: Column, periodsPerYear: number): number {
  let product = returns.length > 0 ? 1 : NaN;
  for (let i = 0; i < returns.length; i++) product *= 1 + returns[i]!;
  return product <= 0 ? -1 : pow(product, periodsPerYear / returns.length) - 1;
}
