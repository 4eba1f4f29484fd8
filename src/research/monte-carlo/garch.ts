import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

/** Per step. */
export interface GarchParameters {
  /** Mean log return. */
  readonly mean: number;
  /** Variance is `omega + alpha e² + beta variance` after a surprise `e`. */
  readonly omega: number;
  readonly alpha: number;
  readonly beta: number;
  /** Variance of the first step. */
  readonly variance: number;
}

/**
 * Paths of a GARCH(1,1): `x(t + 1) = x(t) + mean + e(t)`, `e(t) = √h(t) z(t)`, `h(t + 1) = omega + alpha e(t)² + beta h(t)`.
 * Exact at every step.
 *
 * @param parameters  per step
 * @returns           writes a path as `PathModel.write` does
 * @see Bollerslev, Generalized Autoregressive Conditional Heteroskedasticity, 1986
 */
export function garchPaths({ mean, omega, alpha, beta, variance }: GarchParameters): PathModel['write'] {
  return (numbers: PathNumbers, path, out) => {
    numbers.normals(path, 0, out);
    let growth = 0;
    let sum = 0;
    let now = variance;
    for (let step = 0; step < out.length; step++) {
      const z = out[step]!;
      const surprise = Math.sqrt(now) * z;
      sum += z;
      growth += mean + surprise;
      now = omega + alpha * surprise * surprise + beta * now;
      out[step] = growth;
    }
    return sum;
  };
}

/** A GARCH(1,1) as a model of futures. */
export function garchModel(parameters: GarchParameters, steps: number): PathModel {
  const { mean, omega, alpha, beta, variance } = parameters;
  return {
    name: 'garch',
    title: 'Volatility in clusters, GARCH(1,1)',
    question:
      'What if calm and wild times follow one another as in this run, beginning with those of its end?',
    assumptions: [
      'Surprises are normal, gains and losses stir volatility alike, and its rules do not change.',
      'The first bar has the volatility that the last bar of the run left behind.',
    ],
    parameters: [
      { name: 'mean', value: mean, unit: 'log return a bar' },
      { name: 'omega', value: omega, unit: 'squared log return a bar' },
      { name: 'alpha', value: alpha, unit: 'none' },
      { name: 'beta', value: beta, unit: 'none' },
      { name: 'variance', value: variance, unit: 'squared log return of the first bar' },
    ],
    unit: 'bar',
    steps,
    driver: 'normals',
    independent: null,
    write: garchPaths(parameters),
  };
}
