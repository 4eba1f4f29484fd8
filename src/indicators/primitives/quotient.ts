/**
 * `a / b`, and what is defined in its place where `b` is exactly 0; NaN if either is NaN.
 *
 * Meant for divisors that are sums or averages of what is never negative: they are 0 only where all parts
 * are.
 */
export const quotient = (a: number, b: number, otherwise = 0): number =>
  b === 0 && !Number.isNaN(a) ? otherwise : a / b;
