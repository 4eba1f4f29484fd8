import { checkInteger, checkRange } from '../../core/check';
import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { antitheticNumbers } from '../../core/random/antithetic-numbers';
import { philoxNumbers } from '../../core/random/philox-numbers';
import { moments } from '../../metrics/moments';
import { checkTerms } from '../../pricing/black-scholes';
import { payoff, type OptionTerms } from '../../pricing/option';
import type { SimulatedValue } from './european-option';
import { writeGbm } from './gbm';
import { leastSquares } from './least-squares';

/** Prices kept: 256 MB. */
const MOST_PRICES = 33_554_432;
/** A constant and the first three weighted Laguerre polynomials. */
const BASIS = 4;

/**
 * Value of an American (more exactly Bermudan) option by Longstaff and Schwartz: backwards from expiry, what continuing is
 * worth is regressed on the price over the paths in the money, with a constant and the first three weighted Laguerre
 * polynomials of price over strike; a path exercises where it gets more at once. Paths come in antithetic pairs, and the
 * error is that of the means of pairs. The value is below the true one by what the fitted rule falls short of the best.
 *
 * @param terms       the option; at expiry it may be exercised, too
 * @param volatility  deviation of the log return a year, above 0
 * @param options     `exercises` equally spaced instants at which it may be exercised, integer in [1, 1000]; `paths`,
 *                    even, with at most 33,554,432 prices in all; seed
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see Longstaff and Schwartz, Valuing American Options by Simulation: A Simple Least-Squares Approach, 2001
 */
export function simulateAmerican(
  terms: OptionTerms,
  volatility: number,
  { paths, exercises, seed }: { paths: number; exercises: number; seed: number },
): SimulatedValue {
  checkTerms(terms);
  checkRange('volatility', volatility, 1e-6, 1000);
  checkInteger('exercises', exercises, 1, 1000);
  checkInteger('paths', paths, 100, Math.floor(MOST_PRICES / exercises));
  const prices = pricePaths(terms, volatility, paths, exercises, seed);
  const discount = exp((-terms.rate * terms.years) / exercises);
  /** What each path gets, as of the instant that is looked at. */
  const gained = column(prices, exercises - 1, paths).map((price) => payoff(terms, price));
  for (let instant = exercises - 2; instant >= 0; instant--) {
    for (let path = 0; path < paths; path++) gained[path]! *= discount;
    exerciseWhereBetter(terms, column(prices, instant, paths), gained);
  }
  const pairs = Float64Array.from(
    { length: paths >> 1 },
    (_, k) => (discount * (gained[2 * k]! + gained[2 * k + 1]!)) / 2,
  );
  const { mean, deviation, count } = moments(pairs);
  const now = payoff(terms, terms.spot);
  return now > mean
    ? { value: now, standardError: 0 }
    : { value: mean, standardError: deviation / Math.sqrt(count) };
}

/** All prices, one instant after the other. */
function pricePaths(
  terms: OptionTerms,
  volatility: number,
  paths: number,
  instants: number,
  seed: number,
): Column {
  const { spot, years, rate } = terms;
  const step = years / instants;
  const mean = (rate - terms.yield - (volatility * volatility) / 2) * step;
  const parameters = { mean, deviation: volatility * Math.sqrt(step) };
  const numbers = antitheticNumbers(philoxNumbers(seed));
  const growth: Column = new Float64Array(instants);
  const prices: Column = new Float64Array(paths * instants);
  for (let path = 0; path < paths; path++) {
    writeGbm(parameters, numbers, path, growth);
    for (let instant = 0; instant < instants; instant++) {
      prices[instant * paths + path] = spot * exp(growth[instant]!);
    }
  }
  return prices;
}

const column = (prices: Column, instant: number, paths: number): Column =>
  prices.subarray(instant * paths, (instant + 1) * paths);

/** Puts what is got at once in the place of what continuing gets, where the regression finds it worth more. */
function exerciseWhereBetter(terms: OptionTerms, prices: Column, gained: Column): void {
  const row = new Float64Array(BASIS);
  const regression = leastSquares(BASIS);
  for (let path = 0; path < prices.length; path++) {
    if (payoff(terms, prices[path]!) === 0) continue;
    writeBasis(prices[path]! / terms.strike, row);
    regression.add(row, gained[path]!);
  }
  const weights = regression.solve();
  if (!weights) return;
  for (let path = 0; path < prices.length; path++) {
    const now = payoff(terms, prices[path]!);
    if (now === 0) continue;
    writeBasis(prices[path]! / terms.strike, row);
    let continued = 0;
    for (let k = 0; k < BASIS; k++) continued += weights[k]! * row[k]!;
    if (now > continued) gained[path] = now;
  }
}

/** `1, e^(-x/2), e^(-x/2) (1 - x), e^(-x/2) (1 - 2 x + x² / 2)` */
function writeBasis(x: number, row: Column): void {
  const weight = exp(-x / 2);
  row[0] = 1;
  row[1] = weight;
  row[2] = weight * (1 - x);
  row[3] = weight * (1 - 2 * x + (x * x) / 2);
}
