import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import { blackScholes, checkTerms } from './black-scholes';
import { payoff, type OptionTerms } from './option';

/** Volatility a year beyond which no market is quoted; the search ends there. */
const HIGHEST = 100;
const MOST_STEPS = 200;
const LEAST_START = 0.01;
/** Bounds of the search that are closer than this share of the volatility hold the answer. */
const CLOSE = 1e-15;

/**
 * Volatility at which Black and Scholes value a European option at a price, by Newton's steps on the time value inside
 * bounds that are halved wherever a step would leave them.
 *
 * @param terms  the option, with time left
 * @param price  what is paid for it, in the currency of the spot
 * @returns      deviation of the log return a year; relative error below 1e-10 where the time value is above 1e-10 of
 *               the spot. Null where no volatility gives the price: below what is certain, at or above the greatest
 *               value of the option, without time left, or for a price that is no number
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function impliedVolatility(terms: OptionTerms, price: number): number | null {
  checkTerms(terms);
  const { kind, spot, strike, years, rate } = terms;
  const carried = spot * exp(-terms.yield * years);
  const discounted = strike * exp(-rate * years);
  const least = payoff({ kind, strike: discounted }, carried);
  const most = kind === 'call' ? carried : discounted;
  if (!(years > 0 && price > least && price < most)) return null;
  // The option out of the money has the same volatility, and none of its value is certain.
  const isIn = least > 0;
  const other: OptionTerms = isIn ? { ...terms, kind: kind === 'call' ? 'put' : 'call' } : terms;
  const target = isIn ? price - least : price;
  return solve(other, target);
}

function solve(terms: OptionTerms, target: number): number | null {
  let low = 0;
  let high = HIGHEST;
  if (blackScholes(terms, high).value <= target) return null;
  // Where the value bends least; from there Newton's steps stay on one side (Manaster and Koehler, 1982).
  const distance = log(terms.spot / terms.strike) + (terms.rate - terms.yield) * terms.years;
  let volatility = Math.min(
    Math.max(Math.sqrt((2 * Math.abs(distance)) / terms.years), LEAST_START),
    high / 2,
  );
  for (let step = 0; step < MOST_STEPS && high - low > CLOSE * high; step++) {
    const { value, vega } = blackScholes(terms, volatility);
    if (value === target) return volatility;
    if (value > target) high = volatility;
    else low = volatility;
    const newton = volatility - (value - target) / vega;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === volatility) break;
    volatility = next;
  }
  return volatility;
}
