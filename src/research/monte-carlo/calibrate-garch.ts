import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { nelderMead } from '../../core/math/nelder-mead';
import type { GarchParameters } from './garch';

/** Returns needed for a likelihood that tells alpha from beta. */
export const GARCH_MINIMUM = 250;

const LOG_TWO_PI = 1.8378770664093453;
/** Persistence and its share for surprises from which the search starts. */
const STARTS = [
  [0.98, 0.05],
  [0.95, 0.1],
  [0.85, 0.2],
  [0.6, 0.5],
] as const;
const SEARCH = { size: 0.3, tolerance: 1e-11, rounds: 4000 };

/** A fit with what it is worth. */
export interface GarchFit {
  readonly parameters: GarchParameters;
  readonly logLikelihood: number;
}

/**
 * Parameters of a GARCH(1,1) with constant mean by maximum likelihood for normal surprises. The variance of the first
 * return is what the recursion gives after the mean squared distance to the mean return (as arch does with that
 * `backcast`). The search (downhill simplex on scaled returns) goes over mean, variance in the long run, persistence
 * alpha + beta in (0, 1) and the share of alpha in it, from four starts, and once more from the best end.
 *
 * @param logReturns  `f64[n]`, n at least 250, not all equal
 * @returns           the parameters, with the variance of the step after the last return
 * @see Bollerslev, Generalized Autoregressive Conditional Heteroskedasticity, 1986
 * @see arch 8.0.0 `arch_model(mean='Constant', vol='GARCH')` (tests/golden/monte-carlo.json)
 */
export function calibrateGarch(logReturns: Column): GarchFit {
  const count = logReturns.length;
  const mean = logReturns.reduce((sum, value) => sum + value, 0) / count;
  const start = logReturns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const scale = Math.sqrt(start);
  const scaled = logReturns.map((value) => (value - mean) / scale);
  const cost = (at: readonly number[]): number => -garchLikelihood(scaled, fromSearch(at), 1).logLikelihood;
  const ends = STARTS.map(([persistence, share]) =>
    nelderMead(cost, [0, 0, logit(persistence), logit(share)], SEARCH),
  );
  const best = ends.reduce((a, b) => (b.value < a.value ? b : a));
  const found = fromSearch(nelderMead(cost, best.at, SEARCH).at);
  const parameters = {
    mean: mean + scale * found.mean,
    omega: start * found.omega,
    alpha: found.alpha,
    beta: found.beta,
  };
  const { logLikelihood, next } = garchLikelihood(logReturns, parameters, start);
  return { parameters: { ...parameters, variance: next }, logLikelihood };
}

const logit = (share: number): number => log(share / (1 - share));
const logistic = (x: number): number => 1 / (1 + exp(-x));

type GarchRule = Omit<GarchParameters, 'variance'>;

function fromSearch(at: readonly number[]): GarchRule {
  const [mean = NaN, size = NaN, persistence = NaN, share = NaN] = at;
  const kept = logistic(persistence);
  const alpha = kept * logistic(share);
  return { mean, omega: exp(size) * (1 - kept), alpha, beta: kept - alpha };
}

/**
 * Log likelihood of returns under a GARCH(1,1) with normal surprises.
 *
 * @param values  `f64[n]`
 * @param rule    the parameters
 * @param before  squared surprise and variance before the first return
 * @returns       with the variance of the step after the last return
 */
export function garchLikelihood(
  values: Column,
  { mean, omega, alpha, beta }: GarchRule,
  before: number,
): { readonly logLikelihood: number; readonly next: number } {
  let variance = omega + (alpha + beta) * before;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const square = (values[i]! - mean) ** 2;
    sum += LOG_TWO_PI + log(variance) + square / variance;
    variance = omega + alpha * square + beta * variance;
  }
  return { logLikelihood: -sum / 2, next: variance };
}
