import type { Column } from '../core/column';

/** An output in a row of a table. */
export interface OutputSummary {
  /** Values from the first row with values to the last, NaN among them included. */
  readonly count: number;
  /** The last value; NaN when there is none. */
  readonly last: number;
  /** Smallest and largest value, NaN left out; NaN when there is none. */
  readonly min: number;
  readonly max: number;
  /** Values that are NaN. */
  readonly nans: number;
}

/**
 * Sums up an output.
 *
 * @param values  without warm-up; may be empty
 */
export function summariseOutput(values: Column): OutputSummary {
  let min = Infinity;
  let max = -Infinity;
  let nans = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) nans++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const known = values.length > nans;
  return {
    count: values.length,
    last: values.at(-1) ?? NaN,
    min: known ? min : NaN,
    max: known ? max : NaN,
    nans,
  };
}
