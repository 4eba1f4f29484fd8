import type { Column } from '../core/column';
import { log10 } from '../core/math/log10';
import { finite } from './finite';
import { pow } from '../core/math/pow';

/** Fewest values for an automatic block length. */
export const BLOCK_LENGTH_MINIMUM = 30;

/**
 * Mean block length at which the stationary bootstrap estimates the variance of a mean with the least error:
 * `(G² n / D)^(1/3)` with `D = σ⁴`, `G = Σ λ(k/M) |k| γ(k)`, `σ² = Σ λ(k/M) γ(k)`, flat-top window
 * `λ(t) = min(1, 2 (1 - |t|))`, `M` twice the first lag from which `max(5, ⌊log10 n⌋)` correlations in a row lie
 * within `±2 √(log10 n / n)`, at most `⌈√n⌉ + max(5, ⌊log10 n⌋)`. The corrected `D` of 2009 is used, and arch's
 * convention for `M` (its search starts at lag 0; correlations are taken over the rows that both lags share).
 *
 * @param values  `f64[n]`, in order of time
 * @returns       rows, above 0 and at most `min(3 √n, n / 3)` rounded up, below 1 where single rows are best; null
 *                below 30 values, without movement, or with a value that is not finite
 * @see Politis and White, Automatic Block-Length Selection for the Dependent Bootstrap, Econometric Reviews, 2004
 * @see Patton, Politis and White, Correction to the same, Econometric Reviews, 2009
 */
export function blockLength(values: Column): number | null {
  const count = values.length;
  if (count < BLOCK_LENGTH_MINIMUM) return null;
  const { covariances, correlations, inARow } = lagged(values);
  const lags = windowOf(correlations, inARow, count);
  let sum = 0;
  let spectrum = covariances[0]!;
  for (let k = 1; k <= lags; k++) {
    const weight = 2 * Math.min(1, 2 * (1 - k / lags)) * covariances[k]!;
    sum += weight * k;
    spectrum += weight;
  }
  const best = pow((sum * sum) / (spectrum * spectrum), 1 / 3) * pow(count, 1 / 3);
  const length = Math.min(best, Math.ceil(Math.min(3 * Math.sqrt(count), count / 3)));
  return finite(length);
}

interface Lagged {
  /** Per lag, divisor `count`. */
  readonly covariances: Column;
  /** Per lag, sizes. */
  readonly correlations: Column;
  /** How many small correlations in a row end the search. */
  readonly inARow: number;
}

function lagged(values: Column): Lagged {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const apart = values.map((value) => value - mean);
  const inARow = Math.max(5, Math.floor(log10(count)));
  const most = Math.ceil(Math.sqrt(count)) + inARow;
  const covariances: Column = new Float64Array(most + 1);
  const correlations: Column = new Float64Array(most + 1);
  let late = apart.reduce((sum, value) => sum + value * value, 0);
  let early = late;
  for (let lag = 0; lag <= most; lag++) {
    let product = 0;
    for (let i = lag; i < count; i++) product += apart[i]! * apart[i - lag]!;
    late -= apart[lag]! * apart[lag]!;
    early -= apart[count - 1 - lag]! * apart[count - 1 - lag]!;
    covariances[lag] = product / count;
    correlations[lag] = Math.abs(product) / Math.sqrt(late * early);
  }
  return { covariances, correlations, inARow };
}

/** Last lag of the window: twice the first lag after which the correlations are small, 2 or more. */
function windowOf(correlations: Column, inARow: number, count: number): number {
  const most = correlations.length - 1;
  const small = 2 * Math.sqrt(log10(count) / count);
  let run = 0;
  for (let lag = 0; lag < most; lag++) {
    run = correlations[lag]! < small ? run + 1 : 0;
    if (run === inARow) return Math.min(most, 2 * Math.max(1, lag + 1 - inARow));
  }
  return most;
}
