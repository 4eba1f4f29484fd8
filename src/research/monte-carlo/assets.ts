import { BacktabError } from '../../core/errors';
import type { Column } from '../../core/column';
import { cholesky } from '../../core/math/cholesky';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

/** Assets held together. */
export interface AssetsParameters {
  readonly names: readonly string[];
  /** Share of the account in each, restored at each step; what they lack of 1 is cash without interest. */
  readonly weights: Column;
  /** Mean log return of each, a step. */
  readonly means: Column;
  /** `f64[k * k]`, covariances of the log returns, a step. */
  readonly covariance: Column;
}

/** Rows needed per asset, so that the covariances are not mere noise. */
export const assetsMinimum = (assets: number): number => Math.max(60, 10 * assets);

/**
 * Means and covariances (divisor n - 1) of the log returns of assets.
 *
 * @param returns  a column of log returns for each asset, of one length, n at least 2
 * @param weights  share of the account in each
 */
export function calibrateAssets(
  names: readonly string[],
  returns: readonly Column[],
  weights: Column,
): AssetsParameters {
  const size = returns.length;
  const rows = returns[0]?.length ?? 0;
  const means = Float64Array.from(returns, (column) => column.reduce((sum, r) => sum + r, 0) / rows);
  const covariance: Column = new Float64Array(size * size);
  returns.forEach((first, a) =>
    returns.forEach((second, b) => {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += (first[i]! - means[a]!) * (second[i]! - means[b]!);
      covariance[a * size + b] = sum / (rows - 1);
    }),
  );
  return { names, weights, means, covariance };
}

/**
 * Paths of an account that holds assets in fixed shares, restored at each step. Log returns are normal and correlated
 * through the Cholesky factor of their covariance; asset k takes the normal numbers of stream k.
 *
 * @param parameters  per step
 * @param steps       of a path
 * @returns           writes a path as `PathModel.write` does; the control is the weighted sum of the correlated shocks
 * @throws BacktabError `returns_unusable` for covariances that no assets can have
 * @see Glasserman, Monte Carlo Methods in Financial Engineering, 2003, section 2.3.3
 */
export function assetPaths(
  { weights, means, covariance }: AssetsParameters,
  steps: number,
): PathModel['write'] {
  const size = weights.length;
  const factor = cholesky(covariance, size);
  if (!factor) {
    throw new BacktabError('returns_unusable', {
      model: 'assets',
      reason: 'their covariances contradict one another',
    });
  }
  const draws: Column = new Float64Array(size * steps);
  return (numbers: PathNumbers, path, out) => {
    for (let asset = 0; asset < size; asset++) {
      numbers.normals(path, asset, draws.subarray(asset * steps, (asset + 1) * steps));
    }
    let growth = 0;
    let control = 0;
    for (let step = 0; step < steps; step++) {
      let gain = 0;
      for (let asset = 0; asset < size; asset++) {
        let shock = 0;
        for (let k = 0; k <= asset; k++) shock += factor[asset * size + k]! * draws[k * steps + step]!;
        gain += weights[asset]! * (exp(means[asset]! + shock) - 1);
        control += weights[asset]! * shock;
      }
      growth += gain > -1 ? log(1 + gain) : -Infinity;
      out[step] = growth;
    }
    return control;
  };
}

/** Correlated assets as a model of futures. */
export function assetsModel(parameters: AssetsParameters, steps: number): PathModel {
  const { names, weights, means, covariance } = parameters;
  const size = names.length;
  const deviation = (k: number): number => Math.sqrt(covariance[k * size + k]!);
  return {
    name: 'assets',
    title: 'Correlated assets (Cholesky)',
    question: 'What becomes of this strategy and the other holdings together, in fixed shares?',
    assumptions: [
      'Log returns are normal, of constant means, deviations and correlations; in a crisis correlations rise, which this leaves out.',
      'Shares are restored at each bar, without costs.',
    ],
    parameters: names.flatMap((name, k) => [
      { name: `${name} weight`, value: weights[k]!, unit: 'share' },
      { name: `${name} mean`, value: means[k]!, unit: 'log return a bar' },
      { name: `${name} deviation`, value: deviation(k), unit: 'log return a bar' },
      ...names.slice(0, k).map((other, j) => ({
        name: `${name} with ${other}`,
        value: covariance[k * size + j]! / (deviation(k) * deviation(j)),
        unit: 'correlation',
      })),
    ]),
    unit: 'bar',
    steps,
    driver: 'normals',
    independent: null,
    write: assetPaths(parameters, steps),
  };
}
