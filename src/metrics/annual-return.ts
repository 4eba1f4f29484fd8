import type { Column } from '../core/column';
import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import { finite } from './finite';
import { isSample } from './sample';

/** Returns needed. */
export const ANNUAL_RETURN_MINIMUM = 1;

/**
 * Annual return by the number of bars: `Π(1 + r)^(periods a year / n) - 1`. `cagr` counts the same growth by
 * the calendar instead.
 *
 * @param returns         `f64[n]`, simple per-bar returns, fractions
 * @param periodsPerYear  bars a year, above 0
 * @returns               fraction a year; -1 when a return is -1 or less; null for no return, a NaN or an overflow
 * @see empyrical-reloaded 0.7.1 `annual_return` (tests/golden/performance.json)
 */
export function annualReturn(returns: Column, periodsPerYear: number): number | null {
  if (!isSample(returns, ANNUAL_RETURN_MINIMUM)) return null;
  let logs = 0;
  for (let i = 0; i < returns.length; i++) {
    if (!(returns[i]! > -1)) return -1;
    logs += log(1 + returns[i]!);
  }
  return finite(exp((logs * periodsPerYear) / returns.length) - 1);
}
