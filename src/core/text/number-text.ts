import type { Column } from '../column';

/**
 * A number as JSON: the fewest digits that give it back. NaN and infinities, which JSON lacks, are the strings
 * `"NaN"`, `"Infinity"` and `"-Infinity"`.
 */
export function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
}

/** Numbers as JSON, separated by commas. */
export const numbersText = (values: Column): string => Array.from(values, numberText).join(',');
