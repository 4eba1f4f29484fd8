import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { normalCdf } from '../../core/math/normal';
import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

/** Per step, variances being those of the log return of one step. */
export interface HestonParameters {
  /** Growth of the expected account, log a step. */
  readonly drift: number;
  /** Variance at the start. */
  readonly variance: number;
  /** Variance in the long run. */
  readonly longVariance: number;
  /** Share of the distance to the long run that variance is drawn back in a step, above 0. */
  readonly reversion: number;
  /** Volatility of the variance, above 0. */
  readonly volOfVol: number;
  /** Correlation of the two, in [-1, 1]. */
  readonly correlation: number;
}

/** Beyond it the variance is drawn with a mass at zero (Andersen's ψ_c). */
const SWITCH = 1.5;
const VARIANCE_STREAM = 1;

/**
 * Paths of Heston's model, `dx = (drift - V / 2) dt + √V dW`, `dV = reversion (longVariance - V) dt + volOfVol √V dW'`,
 * by Andersen's quadratic-exponential scheme with central weights for the integrated variance (γ1 = γ2 = 1/2). The mean
 * and variance of V after a step are exact; V never falls below zero.
 *
 * @param parameters  per step
 * @param steps       of a path
 * @returns           writes a path as `PathModel.write` does; stream 0 drives the account, stream 1 the variance
 * @see Heston, A Closed-Form Solution for Options with Stochastic Volatility, 1993
 * @see Andersen, Simple and Efficient Simulation of the Heston Stochastic Volatility Model, 2008 (QE)
 */
export function hestonPaths(parameters: HestonParameters, steps: number): PathModel['write'] {
  const { drift, variance, longVariance, reversion, volOfVol, correlation } = parameters;
  const shocks: Column = new Float64Array(steps);
  const nextVariance = varianceStep(parameters);
  const lean = correlation / volOfVol;
  const constant = drift - lean * reversion * longVariance;
  const common = (reversion * lean - 0.5) / 2;
  const free = (1 - correlation * correlation) / 2;
  return (numbers: PathNumbers, path, out) => {
    numbers.normals(path, 0, out);
    numbers.normals(path, VARIANCE_STREAM, shocks);
    let growth = 0;
    let sum = 0;
    let now = variance;
    for (let step = 0; step < steps; step++) {
      const z = out[step]!;
      const next = nextVariance(now, shocks[step]!);
      growth +=
        constant + (common - lean) * now + (common + lean) * next + Math.sqrt(free * (now + next)) * z;
      now = next;
      sum += z;
      out[step] = growth;
    }
    return sum;
  };
}

/** Variance after a step, from the one before and a normal number. */
function varianceStep({
  longVariance,
  reversion,
  volOfVol,
}: HestonParameters): (variance: number, z: number) => number {
  const decay = exp(-reversion);
  const square = (volOfVol * volOfVol) / reversion;
  const fromNow = square * decay * (1 - decay);
  const fromLong = (longVariance * square * (1 - decay) * (1 - decay)) / 2;
  return (variance, z) => {
    const mean = longVariance + (variance - longVariance) * decay;
    const spread = (variance * fromNow + fromLong) / (mean * mean);
    return spread <= SWITCH ? quadratic(mean, spread, z) : exponential(mean, spread, z);
  };
}

/** A moment-matched square of a shifted normal number. */
function quadratic(mean: number, spread: number, z: number): number {
  const inverse = 2 / spread;
  const shiftSquare = inverse - 1 + Math.sqrt(inverse) * Math.sqrt(inverse - 1);
  const shifted = Math.sqrt(shiftSquare) + z;
  return (mean / (1 + shiftSquare)) * shifted * shifted;
}

/** A moment-matched exponential number with a mass at zero. */
function exponential(mean: number, spread: number, z: number): number {
  const atZero = (spread - 1) / (spread + 1);
  // The upper tail, so that large numbers keep their digits.
  const above = normalCdf(-z);
  return above >= 1 - atZero ? 0 : (mean / (1 - atZero)) * log((1 - atZero) / above);
}

/** Heston's model as a model of futures. */
export function hestonModel(parameters: HestonParameters, steps: number): PathModel {
  return {
    name: 'heston',
    title: 'Stochastic volatility (Heston)',
    question: 'What if volatility itself wanders, and rises when the account falls, as it did in this run?',
    assumptions: [
      'Variance is drawn back to a constant long-run level and starts there; the account moves with no jumps.',
      'Parameters come from the moments of squared returns, which need long histories; they are rough below some thousand bars.',
      'Scheme: quadratic-exponential (Andersen 2008), one step a bar.',
    ],
    parameters: [
      { name: 'drift', value: parameters.drift, unit: 'log growth of the expectation a bar' },
      { name: 'variance', value: parameters.variance, unit: 'squared log return a bar, at the start' },
      { name: 'longVariance', value: parameters.longVariance, unit: 'squared log return a bar' },
      { name: 'reversion', value: parameters.reversion, unit: 'share a bar' },
      { name: 'volOfVol', value: parameters.volOfVol, unit: 'log return a bar' },
      { name: 'correlation', value: parameters.correlation, unit: 'none' },
    ],
    unit: 'bar',
    steps,
    driver: 'normals',
    independent: null,
    write: hestonPaths(parameters, steps),
  };
}
