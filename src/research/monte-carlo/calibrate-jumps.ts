import type { Column } from '../../core/column';
import { log } from '../../core/math/log';
import { normalDensity } from '../../core/math/normal';
import { moments } from '../../metrics/moments';
import type { JumpParameters } from './jumps';

/** Returns needed: jumps are rare, and fewer rows hold too few to measure. */
export const JUMPS_MINIMUM = 250;

const MOST_ROUNDS = 2000;
/** Log likelihood a return below which another round is not worth it. */
const ENOUGH = 1e-12;
/** No deviation falls below this share of all returns', or bars out of the market would make it zero. */
const LEAST_SHARE = 1e-3;
/** Jumps are rarer than this, or they are no jumps. */
const MOST_CHANCE = 0.5;

/** Parameters of a mixture of two normal distributions. */
interface Mixture {
  readonly chance: number;
  readonly means: readonly [number, number];
  readonly variances: readonly [number, number];
}

/**
 * Parameters of Merton's jump diffusion by maximum likelihood for at most one jump a bar (Ball and Torous): log
 * returns are a mixture of two normal distributions, found by the EM algorithm from a start with 5 % of jumps. The
 * distribution of a jump is what the wider one has beyond the narrower one, and the intensity its share of the bars, so that
 * the mean return is kept.
 *
 * @param logReturns  `f64[n]`, n at least 250, not all equal
 * @see Ball and Torous, A Simplified Jump Process for Common Stock Returns, 1983
 * @see Dempster, Laird and Rubin, Maximum Likelihood from Incomplete Data via the EM Algorithm, 1977
 */
export function calibrateJumps(logReturns: Column): JumpParameters {
  const { mean, deviation } = moments(logReturns);
  const variance = deviation * deviation;
  const least = LEAST_SHARE * LEAST_SHARE * variance;
  let mixture: Mixture = { chance: 0.05, means: [mean, mean], variances: [variance / 2, variance * 10] };
  const weights: Column = new Float64Array(logReturns.length);
  let before = -Infinity;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const likelihood = weigh(logReturns, mixture, weights);
    if (likelihood - before < ENOUGH * logReturns.length) break;
    before = likelihood;
    mixture = fit(logReturns, weights, least);
  }
  return parametersOf(mixture);
}

/** Chance of each return to be of the wider distribution; returns the log likelihood. */
function weigh(values: Column, { chance, means, variances }: Mixture, weights: Column): number {
  const [calm, wild] = [Math.sqrt(variances[0]), Math.sqrt(variances[1])];
  let likelihood = 0;
  for (let i = 0; i < values.length; i++) {
    const plain = ((1 - chance) / calm) * normalDensity((values[i]! - means[0]) / calm);
    const jump = (chance / wild) * normalDensity((values[i]! - means[1]) / wild);
    const both = plain + jump;
    weights[i] = both > 0 ? jump / both : 1;
    likelihood += log(Math.max(both, Number.MIN_VALUE));
  }
  return likelihood;
}

function fit(values: Column, weights: Column, least: number): Mixture {
  const sums = [0, 0, 0, 0] as [number, number, number, number];
  for (let i = 0; i < values.length; i++) {
    const jump = weights[i]!;
    sums[0] += 1 - jump;
    sums[1] += jump;
    sums[2] += (1 - jump) * values[i]!;
    sums[3] += jump * values[i]!;
  }
  const means = [sums[2] / sums[0], sums[1] > 0 ? sums[3] / sums[1] : 0] as const;
  let calm = 0;
  let wild = 0;
  for (let i = 0; i < values.length; i++) {
    const jump = weights[i]!;
    calm += (1 - jump) * (values[i]! - means[0]) ** 2;
    wild += jump * (values[i]! - means[1]) ** 2;
  }
  return {
    chance: Math.min(sums[1] / values.length, MOST_CHANCE),
    means,
    variances: [Math.max(calm / sums[0], least), Math.max(sums[1] > 0 ? wild / sums[1] : 0, least)],
  };
}

function parametersOf({ chance, means, variances }: Mixture): JumpParameters {
  return {
    mean: means[0],
    deviation: Math.sqrt(variances[0]),
    intensity: chance,
    jumpMean: means[1] - means[0],
    jumpDeviation: Math.sqrt(Math.max(variances[1] - variances[0], 0)),
  };
}
