import type { Column } from '../../core/column';
import { pow } from '../../core/math/pow';
import type { Convergence } from './outcome';

/** Points of the curve, about. */
const POINTS = 40;
/** Paths before which the mean is not worth a point. */
const FIRST = 10;

/**
 * Running mean of a number over the paths in their order, with its standard error, at numbers of paths that grow by an
 * equal factor (Welford's recurrence).
 *
 * @param values  `f64[n]`, in the order of the paths
 * @returns       from 10 paths on, the last point holds all; one point for fewer
 * @see Welford, Note on a Method for Calculating Corrected Sums of Squares and Products, 1962
 */
export function convergence(values: Column): Convergence {
  const paths: number[] = [];
  const means: number[] = [];
  const errors: number[] = [];
  let mean = 0;
  let squares = 0;
  let next = Math.min(FIRST, values.length);
  const factor = pow(Math.max(1, values.length / FIRST), 1 / (POINTS - 1));
  for (let i = 0; i < values.length; i++) {
    const count = i + 1;
    const distance = values[i]! - mean;
    mean += distance / count;
    squares += distance * (values[i]! - mean);
    if (count !== next) continue;
    paths.push(count);
    means.push(mean);
    errors.push(Math.sqrt(squares / (count - 1) / count));
    next = Math.min(values.length, Math.max(count + 1, Math.ceil(count * factor)));
  }
  return { paths, mean: means, standardError: errors };
}
