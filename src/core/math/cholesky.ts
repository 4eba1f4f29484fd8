import type { Column } from '../column';

/** A pivot below this share of its diagonal is rounding: the row adds nothing of its own. */
const LEAST_PIVOT = 1e-12;

/**
 * Cholesky factor of a symmetric matrix: the lower triangle L with `L Lᵀ` equal to it. Positive semidefinite matrices
 * have one too; a row that depends on those before it has a zero on its diagonal.
 *
 * @param matrix  `f64[k * k]`, row by row, symmetric; the upper triangle is not read
 * @param size    k
 * @returns       `f64[k * k]`, zero above the diagonal; null for a matrix that is not positive semidefinite, or a NaN
 * @see Golub and Van Loan, Matrix Computations, 4th edition, 2013, section 4.2
 */
export function cholesky(matrix: Column, size: number): Column | null {
  const out: Column = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) rest -= out[row * size + k]! * out[column * size + k]!;
      const least = LEAST_PIVOT * Math.abs(matrix[row * size + row]!);
      if (column === row) {
        if (!(rest >= -least)) return null;
        out[row * size + row] = rest > least ? Math.sqrt(rest) : 0;
      } else {
        const pivot = out[column * size + column]!;
        if (pivot === 0 && Math.abs(rest) > Math.sqrt(least * Math.abs(matrix[column * size + column]!)))
          return null;
        out[row * size + column] = pivot === 0 ? 0 : rest / pivot;
      }
    }
  }
  return out;
}
