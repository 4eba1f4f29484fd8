import { checkInteger, checkLength, checkRange } from '../core/check';
import type { IndicatorParameter } from './indicator';

/** Largest period of any indicator, as in TA-Lib. */
export const MAX_PERIOD = 100_000;

/** A number of bars, from `min` to 100,000. */
export function period(name: string, min: number, standard: number): IndicatorParameter {
  return { name, kind: 'integer', min, max: MAX_PERIOD, default: standard };
}

/** Bounds of a real parameter that has none, as in TA-Lib. */
export const UNBOUNDED = { min: -3e37, max: 3e37 } as const;

/** A real number between bounds. */
export function real(
  name: string,
  standard: number,
  { min, max }: { readonly min: number; readonly max: number } = UNBOUNDED,
): IndicatorParameter {
  return { name, kind: 'real', min, max, default: standard };
}

/**
 * Holds values against the parameters of an indicator.
 *
 * @param known   the indicator's parameters
 * @param values  one value per parameter, in the same order
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 */
export function checkParameters(known: readonly IndicatorParameter[], values: readonly number[]): void {
  checkLength('params', values.length, known.length);
  known.forEach(({ name, kind, min, max }, i) => {
    const check = kind === 'real' ? checkRange : checkInteger;
    check(name, values[i] ?? NaN, min, max);
  });
}
