import type { Column } from '../core/column';

/** Sample moments of a column of returns. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation (divisor `count - 1`). */
  readonly deviation: number;
  /** Third standardised moment, 0 for a normal distribution; 0 without movement. */
  readonly skew: number;
  /** Fourth standardised moment, 3 for a normal distribution; 3 without movement. */
  readonly kurtosis: number;
}

/**
 * Mean, deviation, skew and kurtosis in two passes, so that nothing cancels.
 *
 * @param values  `f64[n]`
 * @returns       NaN mean for no value, NaN deviation for fewer than two; a NaN in `values` makes all NaN.
 *                Skew and kurtosis are those of the population (divisor `count`), as in the Sharpe ratio's standard error.
 */
export function moments(values: Column): Moments {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < count; i++) {
    const d = values[i]! - mean;
    const square = d * d;
    second += square;
    third += square * d;
    fourth += square * square;
  }
  const variance = second / count;
  const still = variance === 0;
  return {
    count,
    mean,
    deviation: count > 1 ? Math.sqrt(second / (count - 1)) : NaN,
    skew: still ? 0 : third / count / (variance * Math.sqrt(variance)),
    kurtosis: still ? 3 : fourth / count / (variance * variance),
  };
}
