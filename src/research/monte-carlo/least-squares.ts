import type { Column } from '../../core/column';

/** Regression whose rows come one by one. */
export interface LeastSquares {
  /** @param row  `f64[k]`, values of the basis; read at once */
  add(row: Column, value: number): void;
  /** Weights of the basis, `f64[k]`; null where the rows do not determine any. A function that depends on others gets 0. */
  solve(): Column | null;
}

/** A diagonal below this share of its start is rounding. */
const LEAST_SHARE = 1e-13;

/**
 * Least squares by Givens rotations: each row is turned into a triangle of `k` rows as it comes, so that memory does not
 * grow with the rows and the condition of the basis is not squared, as normal equations would.
 *
 * @param width  k, functions of the basis
 * @see Golub and Van Loan, Matrix Computations, 4th edition, 2013, section 5.2
 */
export function leastSquares(width: number): LeastSquares {
  const triangle: Column = new Float64Array(width * width);
  const target: Column = new Float64Array(width);
  const norms: Column = new Float64Array(width);
  const rest: Column = new Float64Array(width);
  let rows = 0;
  return {
    add(row, value) {
      rest.set(row);
      let left = value;
      rows += 1;
      for (let k = 0; k < width; k++) {
        norms[k]! += row[k]! * row[k]!;
        const here = rest[k]!;
        if (here === 0) continue;
        const diagonal = triangle[k * width + k]!;
        const length = Math.sqrt(diagonal * diagonal + here * here);
        const cosine = diagonal / length;
        const sine = here / length;
        for (let j = k; j < width; j++) {
          const above = triangle[k * width + j]!;
          triangle[k * width + j] = cosine * above + sine * rest[j]!;
          rest[j] = cosine * rest[j]! - sine * above;
        }
        const before = target[k]!;
        target[k] = cosine * before + sine * left;
        left = cosine * left - sine * before;
      }
    },
    solve() {
      if (rows < width) return null;
      const weights: Column = new Float64Array(width);
      for (let k = width - 1; k >= 0; k--) {
        const diagonal = triangle[k * width + k]!;
        if (!(Math.abs(diagonal) > LEAST_SHARE * Math.sqrt(norms[k]!))) continue;
        let left = target[k]!;
        for (let j = k + 1; j < width; j++) left -= triangle[k * width + j]! * weights[j]!;
        weights[k] = left / diagonal;
      }
      return weights;
    },
  };
}
