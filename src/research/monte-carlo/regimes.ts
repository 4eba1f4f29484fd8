import type { Column } from '../../core/column';
import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

/** One of the two states, per step. */
export interface Regime {
  readonly mean: number;
  readonly deviation: number;
  /** Chance to be in the same state one step later. */
  readonly stay: number;
}

/** Per step. */
export interface RegimeParameters {
  /** The calmer state first. */
  readonly states: readonly [Regime, Regime];
  /** Chance that the first step is in the calmer state. */
  readonly calmAtStart: number;
}

const STATE_STREAM = 1;

/**
 * Paths of two states that follow one another as a Markov chain, with normal log returns of their own. Exact at every
 * step.
 *
 * @param parameters  per step
 * @param steps       of a path
 * @returns           writes a path as `PathModel.write` does
 * @see Hamilton, A New Approach to the Economic Analysis of Nonstationary Time Series, 1989
 */
export function regimePaths({ states, calmAtStart }: RegimeParameters, steps: number): PathModel['write'] {
  const [calm, wild] = states;
  const moves: Column = new Float64Array(steps);
  return (numbers: PathNumbers, path, out) => {
    numbers.normals(path, 0, out);
    numbers.uniforms(path, STATE_STREAM, moves);
    let growth = 0;
    let sum = 0;
    let isCalm = false;
    for (let step = 0; step < steps; step++) {
      const u = moves[step]!;
      isCalm = u < (step === 0 ? calmAtStart : isCalm ? calm.stay : 1 - wild.stay);
      const state = isCalm ? calm : wild;
      const z = out[step]!;
      sum += z;
      growth += state.mean + state.deviation * z;
      out[step] = growth;
    }
    return sum;
  };
}

/** Two regimes as a model of futures. */
export function regimeModel(parameters: RegimeParameters, steps: number): PathModel {
  const [calm, wild] = parameters.states;
  return {
    name: 'regimes',
    title: 'Two regimes (Hamilton)',
    question:
      'What if calm and wild regimes follow one another as often as in this run, with returns of their own?',
    assumptions: [
      'There are two regimes; how long one has lasted does not change the chance that it ends.',
      'Inside a regime log returns are independent and normal. The first bar has the regime that the last bar makes likely.',
    ],
    parameters: [
      { name: 'calmMean', value: calm.mean, unit: 'log return a bar' },
      { name: 'calmDeviation', value: calm.deviation, unit: 'log return a bar' },
      { name: 'calmStay', value: calm.stay, unit: 'chance a bar' },
      { name: 'wildMean', value: wild.mean, unit: 'log return a bar' },
      { name: 'wildDeviation', value: wild.deviation, unit: 'log return a bar' },
      { name: 'wildStay', value: wild.stay, unit: 'chance a bar' },
      { name: 'calmAtStart', value: parameters.calmAtStart, unit: 'chance' },
    ],
    unit: 'bar',
    steps,
    driver: 'normals',
    independent: null,
    write: regimePaths(parameters, steps),
  };
}
