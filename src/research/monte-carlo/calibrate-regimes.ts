import type { Column } from '../../core/column';
import { log } from '../../core/math/log';
import { normalDensity } from '../../core/math/normal';
import { moments } from '../../metrics/moments';
import type { Regime, RegimeParameters } from './regimes';

/** Returns needed for both regimes to be met several times. */
export const REGIMES_MINIMUM = 250;

const MOST_ROUNDS = 2000;
/** Log likelihood a return below which another round is not worth it. */
const ENOUGH = 1e-12;
/** No deviation falls below this share of all returns', or bars out of the market would make it zero. */
const LEAST_SHARE = 1e-3;

type States = RegimeParameters['states'];

/** A fit with what it is worth. */
export interface RegimeFit {
  readonly parameters: RegimeParameters;
  readonly logLikelihood: number;
}

/** What the filter knows of each return, and the smoother after it. */
interface Chances {
  /** That the state is the calm one, given the returns up to this one. */
  readonly filtered: Column;
  /** Given those before it only. */
  readonly predicted: Column;
  /** Given all returns. */
  readonly smoothed: Column;
}

/**
 * Parameters of two regimes by maximum likelihood: the EM algorithm over Hamilton's filter and Kim's smoother, the first
 * state drawn from the distribution in the long run. It starts from equal means, deviations of 0.6 and 1.6 times the
 * whole's, and regimes of 20 bars. No deviation falls below a thousandth of the whole's, which gives bars out of the
 * market a regime of their own instead of an infinite likelihood.
 *
 * @param logReturns  `f64[n]`, n at least 250, not all equal
 * @returns           the parameters; the chance at the start is that of the step after the last return
 * @see Hamilton, Analysis of Time Series Subject to Changes in Regime, 1990 (EM)
 * @see Kim, Dynamic Linear Models with Markov-Switching, 1994 (smoother)
 * @see statsmodels 0.15.0 `MarkovRegression(k_regimes=2, switching_variance=True)` (tests/golden/monte-carlo.json)
 */
export function calibrateRegimes(logReturns: Column): RegimeFit {
  const { mean, deviation } = moments(logReturns);
  const least = LEAST_SHARE * deviation;
  const count = logReturns.length;
  const chances: Chances = {
    filtered: new Float64Array(count),
    predicted: new Float64Array(count),
    smoothed: new Float64Array(count),
  };
  let states: States = [
    { mean, deviation: 0.6 * deviation, stay: 0.95 },
    { mean, deviation: 1.6 * deviation, stay: 0.95 },
  ];
  let likelihood = filter(logReturns, states, chances);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = maximised(logReturns, states, chances, least);
    const reached = filter(logReturns, next, chances);
    if (reached - likelihood < ENOUGH * count) {
      if (reached > likelihood) [states, likelihood] = [next, reached];
      break;
    }
    [states, likelihood] = [next, reached];
  }
  const ordered: States = states[0].deviation <= states[1].deviation ? states : [states[1], states[0]];
  const logLikelihood = filter(logReturns, ordered, chances);
  const calmAtStart = oneStepOn(chances.filtered[count - 1]!, ordered);
  return { parameters: { states: ordered, calmAtStart }, logLikelihood };
}

/** Chance of the calm state one step after it had the chance `calm`. */
const oneStepOn = (calm: number, [first, second]: States): number =>
  calm * first.stay + (1 - calm) * (1 - second.stay);

/** Chance of the calm state in the long run. */
const longRun = ([first, second]: States): number => (1 - second.stay) / (2 - first.stay - second.stay);

/**
 * Log likelihood of returns under two regimes, the first state drawn from the long run (Hamilton's filter).
 *
 * @param values  `f64[n]`
 * @param states  the regimes
 */
export const regimeLikelihood = (values: Column, states: States): number =>
  filter(values, states, {
    filtered: new Float64Array(values.length),
    predicted: new Float64Array(values.length),
    smoothed: new Float64Array(0),
  });

function filter(values: Column, states: States, { filtered, predicted }: Chances): number {
  const [calm, wild] = states;
  let chance = longRun(states);
  let likelihood = 0;
  for (let i = 0; i < values.length; i++) {
    predicted[i] = chance;
    const first = (chance * normalDensity((values[i]! - calm.mean) / calm.deviation)) / calm.deviation;
    const second = ((1 - chance) * normalDensity((values[i]! - wild.mean) / wild.deviation)) / wild.deviation;
    const both = first + second;
    filtered[i] = both > 0 ? first / both : chance;
    likelihood += log(Math.max(both, Number.MIN_VALUE));
    chance = oneStepOn(filtered[i]!, states);
  }
  return likelihood;
}

/** One round of EM: the smoother with the present regimes, then the regimes that fit it best. */
function maximised(values: Column, states: States, chances: Chances, least: number): States {
  const { filtered, predicted, smoothed } = chances;
  const last = values.length - 1;
  smoothed[last] = filtered[last]!;
  let calmStays = 0;
  let wildStays = 0;
  let calmSteps = 0;
  for (let i = last - 1; i >= 0; i--) {
    const calm = filtered[i]!;
    const next = smoothed[i + 1]!;
    const toCalm = predicted[i + 1]!;
    const up = toCalm > 0 ? next / toCalm : 0;
    const down = toCalm < 1 ? (1 - next) / (1 - toCalm) : 0;
    const calmCalm = calm * states[0].stay * up;
    const calmWild = calm * (1 - states[0].stay) * down;
    smoothed[i] = calmCalm + calmWild;
    calmStays += calmCalm;
    wildStays += (1 - calm) * states[1].stay * down;
    calmSteps += smoothed[i]!;
  }
  return [
    regimeOf(values, (i) => smoothed[i]!, calmStays / calmSteps, least),
    regimeOf(values, (i) => 1 - smoothed[i]!, wildStays / (last - calmSteps), least),
  ];
}

function regimeOf(values: Column, weight: (row: number) => number, stay: number, least: number): Regime {
  let weights = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    weights += weight(i);
    sum += weight(i) * values[i]!;
  }
  const mean = sum / weights;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += weight(i) * (values[i]! - mean) ** 2;
  return { mean, deviation: Math.max(Math.sqrt(squares / weights), least), stay };
}
