import { checkInteger, checkRange } from '../../core/check';
import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { antitheticNumbers } from '../../core/random/antithetic-numbers';
import type { PathNumbers } from '../../core/random/path-numbers';
import { philoxNumbers } from '../../core/random/philox-numbers';
import { sobolNumbers } from '../../core/random/sobol-numbers';
import { moments } from '../../metrics/moments';
import { checkTerms } from '../../pricing/black-scholes';
import { payoff, type OptionTerms } from '../../pricing/option';

/** How the numbers of the simulation are drawn or used. */
export const SAMPLING = ['plain', 'antithetic', 'control', 'sobol'] as const;

export type Sampling = (typeof SAMPLING)[number];

/** A simulated value. */
export interface SimulatedValue {
  readonly value: number;
  readonly standardError: number;
}

/** Shifts of Sobol's sequence, each an estimate of its own. */
const SHIFTS = 16;

/**
 * Value of a European option by simulation of the price at expiry, which is exact for a geometric Brownian motion; it
 * stands beside `blackScholes`.
 *
 * - `antithetic` takes pairs of mirrored numbers; the error is that of the means of pairs.
 * - `control` subtracts what the discounted price at expiry differs from its known mean, by regression.
 * - `sobol` takes 16 random shifts of Sobol's sequence; the error is that of their means.
 *
 * @param terms       the option
 * @param volatility  deviation of the log return a year, 0 or more
 * @param options     paths, integer in [32, 10,000,000], a multiple of 16 for `sobol` and of 2 for `antithetic`; seed
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see Boyle, Options: A Monte Carlo Approach, 1977
 */
export function simulateEuropean(
  terms: OptionTerms,
  volatility: number,
  { paths, seed, sampling }: { paths: number; seed: number; sampling: Sampling },
): SimulatedValue {
  checkTerms(terms);
  checkRange('volatility', volatility, 0, 1000);
  checkInteger('paths', paths, 32, 10_000_000);
  const ends = endPrices(terms, volatility);
  const discount = exp(-terms.rate * terms.years);
  const values = (numbers: PathNumbers, count: number): Column =>
    ends(numbers, count).map((price) => discount * payoff(terms, price));
  if (sampling === 'sobol') {
    const each = Math.floor(paths / SHIFTS);
    return estimate(
      Float64Array.from(
        { length: SHIFTS },
        (_, shift) => moments(values(sobolNumbers(seed + shift, 1), each)).mean,
      ),
    );
  }
  if (sampling === 'antithetic') {
    const all = values(antitheticNumbers(philoxNumbers(seed)), paths);
    return estimate(Float64Array.from({ length: paths >> 1 }, (_, k) => (all[2 * k]! + all[2 * k + 1]!) / 2));
  }
  const prices = ends(philoxNumbers(seed), paths);
  const plain = prices.map((price) => discount * payoff(terms, price));
  if (sampling === 'plain') return estimate(plain);
  const known = terms.spot * exp(-terms.yield * terms.years);
  return controlled(
    plain,
    prices.map((price) => discount * price - known),
  );
}

/** Prices at expiry of the first paths of a source. */
function endPrices(terms: OptionTerms, volatility: number): (numbers: PathNumbers, paths: number) => Column {
  const { spot, years, rate } = terms;
  const start = log(spot) + (rate - terms.yield - (volatility * volatility) / 2) * years;
  const spread = volatility * Math.sqrt(years);
  return (numbers, paths) => {
    const z: Column = new Float64Array(1);
    return Float64Array.from({ length: paths }, (_, path) => {
      numbers.normals(path, 0, z);
      return exp(start + spread * z[0]!);
    });
  };
}

function estimate(values: Column): SimulatedValue {
  const { mean, deviation, count } = moments(values);
  return { value: mean, standardError: deviation / Math.sqrt(count) };
}

/** What is left of values after regression on a control whose expectation is 0. */
function controlled(values: Column, control: Column): SimulatedValue {
  const { mean: middle, deviation } = moments(control);
  const { mean } = moments(values);
  if (!(deviation > 0)) return estimate(values);
  let product = 0;
  for (let i = 0; i < values.length; i++) product += (values[i]! - mean) * (control[i]! - middle);
  const slope = product / (values.length - 1) / (deviation * deviation);
  return estimate(values.map((value, i) => value - slope * control[i]!));
}
