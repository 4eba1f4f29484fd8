import type { Column } from '../../core/column';

/** Fewest rows for a correlation. */
const LEAST_ROWS = 30;

/** How many independent tries some correlated ones are worth. */
export interface EffectiveTrials {
  /** `ρ + (1 - ρ) M` with `ρ` the mean correlation of pairs, kept within [0, 1]. */
  readonly byCorrelation: number;
  /** `(Σλ)² / Σλ²` over the eigenvalues of the correlation matrix. */
  readonly byEigenvalues: number;
  /** Mean correlation of pairs. */
  readonly correlation: number;
  /** Trials that moved, `M`. */
  readonly trials: number;
}

/**
 * Effective number of trials, in two ways that need no eigenvalue: the mean correlation follows from the variance of the
 * sum of the standardised columns, `Σλ²` from the sum of the squared correlations.
 *
 * @param columns  one a trial, `f64[n]` each; those that never moved do not count
 * @returns        null below 30 rows or without a trial that moved
 * @see Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management, 2014, appendix 3 (ρ)
 * @see Bretherton, Widmann, Dymnikov, Wallace and Bladé, The Effective Number of Spatial Degrees of Freedom of a
 *      Time-Varying Field, Journal of Climate, 1999 (λ)
 */
export function effectiveTrials(columns: readonly Column[]): EffectiveTrials | null {
  const rows = columns[0]?.length ?? 0;
  if (rows < LEAST_ROWS) return null;
  const moved = columns.map(standardised).filter((column) => column !== null);
  const trials = moved.length;
  if (trials === 0) return null;
  const sum: Column = new Float64Array(rows);
  for (const column of moved) for (let i = 0; i < rows; i++) sum[i]! += column[i]!;
  const together = dot(sum, sum);
  const correlation = trials > 1 ? (together - trials) / (trials * (trials - 1)) : 1;
  const rho = Math.min(1, Math.max(0, correlation));
  return {
    byCorrelation: rho + (1 - rho) * trials,
    byEigenvalues: (trials * trials) / squaredCorrelations(moved, rows),
    correlation,
    trials,
  };
}

/** Mean 0 and length 1; null without movement. */
function standardised(column: Column): Column | null {
  const mean = column.reduce((total, value) => total + value, 0) / column.length;
  const apart = column.map((value) => value - mean);
  const length = Math.sqrt(dot(apart, apart));
  return length > 0 ? apart.map((value) => value / length) : null;
}

/** Sum over all pairs of the squared correlation, by rows or by columns, whichever are fewer. */
function squaredCorrelations(columns: readonly Column[], rows: number): number {
  const vectors = columns.length <= rows ? columns : transposed(columns, rows);
  let sum = 0;
  vectors.forEach((a, i) => {
    for (let k = 0; k <= i; k++) {
      const product = dot(a, vectors[k]!);
      sum += (k === i ? 1 : 2) * product * product;
    }
  });
  return sum;
}

const transposed = (columns: readonly Column[], rows: number): readonly Column[] =>
  Array.from({ length: rows }, (_, i) => Float64Array.from(columns, (column) => column[i]!));

/** In two sums that do not wait for each other. */
function dot(a: Column, b: Column): number {
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < a.length; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  return even + odd + (i < a.length ? a[i]! * b[i]! : 0);
}
