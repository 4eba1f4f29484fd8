import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import type { PathNumbers } from '../../core/random/path-numbers';
import { moments } from '../../metrics/moments';
import type { PathModel } from './path-model';

/** Per step. */
export interface GbmParameters {
  /** Mean of the log return. */
  readonly mean: number;
  /** Deviation of the log return, 0 or more. */
  readonly deviation: number;
}

/** Returns needed for a mean and a deviation worth continuing. */
export const GBM_MINIMUM = 30;

/**
 * Maximum-likelihood parameters of a geometric Brownian motion: mean of the log returns, and their sample deviation
 * (divisor n - 1).
 *
 * @param logReturns  `f64[n]`, n at least 30
 */
export function calibrateGbm(logReturns: Column): GbmParameters {
  const { mean, deviation } = moments(logReturns);
  return { mean, deviation };
}

/**
 * Log growth of one path of a geometric Brownian motion: `x(t + 1) = x(t) + mean + deviation z(t)`, exact at every step.
 *
 * @param parameters  per step
 * @param numbers     stream 0 has the normal numbers
 * @param path        number of the path, integer in [0, 2^32)
 * @param out         `f64[steps]` to write into, log growth since the start
 * @returns           sum of the normal numbers
 * @see Black and Scholes, The Pricing of Options and Corporate Liabilities, 1973
 */
export function writeGbm(parameters: GbmParameters, numbers: PathNumbers, path: number, out: Column): number {
  const { mean, deviation } = parameters;
  numbers.normals(path, 0, out);
  let growth = 0;
  let sum = 0;
  for (let step = 0; step < out.length; step++) {
    const z = out[step]!;
    sum += z;
    growth += mean + deviation * z;
    out[step] = growth;
  }
  return sum;
}

/** Expected growth factor after `steps` steps, in closed form: `exp(steps (mean + deviation² / 2))`. */
export const gbmExpectation = ({ mean, deviation }: GbmParameters, steps: number): number =>
  exp(steps * (mean + (deviation * deviation) / 2));

/** Geometric Brownian motion as a model of futures. */
export function gbmModel(parameters: GbmParameters, steps: number): PathModel {
  return {
    name: 'gbm',
    title: 'Geometric Brownian motion',
    question: 'What if returns were independent and normal, with the mean and deviation of this run?',
    assumptions: [
      'Log returns are independent, normal, and of constant mean and deviation: no fat tails, no clusters of volatility.',
      'The mean found on the past is taken for the truth; its error is as large as its deviation over the square root of the bars.',
    ],
    parameters: [
      { name: 'mean', value: parameters.mean, unit: 'log return a bar' },
      { name: 'deviation', value: parameters.deviation, unit: 'log return a bar' },
    ],
    unit: 'bar',
    steps,
    driver: 'normals',
    independent: null,
    write: (numbers, path, out) => writeGbm(parameters, numbers, path, out),
  };
}
