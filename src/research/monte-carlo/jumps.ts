import type { Column } from '../../core/column';
import { formatPercent } from '../../core/format';
import { exp } from '../../core/math/exp';
import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

/** Per step. */
export interface JumpParameters {
  /** Mean and deviation of the log return without jumps. */
  readonly mean: number;
  readonly deviation: number;
  /** Expected jumps. */
  readonly intensity: number;
  /** Mean and deviation of the log return of one jump. */
  readonly jumpMean: number;
  readonly jumpDeviation: number;
}

/** More jumps than so many a bar are no rare events. */
const RARE = 0.1;
/** Jumps in one step are not counted beyond it: the chance of more is below 1e-12 for an intensity of 1. */
const MOST_JUMPS = 15;
const COUNT_STREAM = 1;
const SIZE_STREAM = 2;

/**
 * Paths of Merton's jump diffusion: a geometric Brownian motion, and in each step a Poisson number of jumps whose log
 * sizes are normal. Exact at every step.
 *
 * @param parameters  per step; intensity in [0, 1]
 * @param steps       of a path
 * @returns           writes a path as `PathModel.write` does
 * @see Merton, Option Pricing When Underlying Stock Returns Are Discontinuous, 1976
 */
export function jumpPaths(parameters: JumpParameters, steps: number): PathModel['write'] {
  const { mean, deviation, intensity, jumpMean, jumpDeviation } = parameters;
  const counts: Column = new Float64Array(steps);
  const sizes: Column = new Float64Array(steps);
  const none = exp(-intensity);
  return (numbers: PathNumbers, path, out) => {
    numbers.normals(path, 0, out);
    numbers.uniforms(path, COUNT_STREAM, counts);
    numbers.normals(path, SIZE_STREAM, sizes);
    let growth = 0;
    let sum = 0;
    for (let step = 0; step < steps; step++) {
      const z = out[step]!;
      sum += z;
      growth += mean + deviation * z;
      if (counts[step]! >= none) {
        const count = poisson(counts[step]!, intensity, none);
        growth += count * jumpMean + Math.sqrt(count) * jumpDeviation * sizes[step]!;
      }
      out[step] = growth;
    }
    return sum;
  };
}

/** Number whose distribution function first exceeds `u`. */
function poisson(u: number, intensity: number, none: number): number {
  let count = 0;
  let chance = none;
  let sum = none;
  while (u >= sum && count < MOST_JUMPS) {
    count += 1;
    chance *= intensity / count;
    sum += chance;
  }
  return count;
}

/** Merton's jump diffusion as a model of futures. */
export function jumpModel(parameters: JumpParameters, steps: number): PathModel {
  return {
    name: 'jumps',
    title: 'Jump diffusion (Merton)',
    question: 'What do rare, sudden jumps of the size seen in this run do to the account?',
    assumptions: [
      'Between jumps log returns are independent and normal; jumps come at any bar with the same chance, whatever came before.',
      'Sizes of jumps are normal: a jump far beyond those of this run is as rare as that distribution has it.',
      ...(parameters.intensity > RARE
        ? [
            `What the fit calls jumps comes on ${formatPercent(parameters.intensity, { decimals: 0 })} of the bars: it describes fat tails rather than rare events.`,
          ]
        : []),
    ],
    parameters: [
      { name: 'mean', value: parameters.mean, unit: 'log return a bar, without jumps' },
      { name: 'deviation', value: parameters.deviation, unit: 'log return a bar, without jumps' },
      { name: 'intensity', value: parameters.intensity, unit: 'jumps a bar' },
      { name: 'jumpMean', value: parameters.jumpMean, unit: 'log return a jump' },
      { name: 'jumpDeviation', value: parameters.jumpDeviation, unit: 'log return a jump' },
    ],
    unit: 'bar',
    steps,
    driver: 'normals',
    independent: null,
    write: jumpPaths(parameters, steps),
  };
}
