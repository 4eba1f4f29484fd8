import { checkRange } from '../core/check';
import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import { normalCdf, normalDensity } from '../core/math/normal';
import { payoff, type OptionTerms } from './option';

/** Value of an option and how it moves. */
export interface OptionValue {
  /** In the currency of the spot, per unit of the underlying. */
  readonly value: number;
  /** Change of the value for one unit of the spot. */
  readonly delta: number;
  /** Change of delta for one unit of the spot. */
  readonly gamma: number;
  /** Change of the value for one unit (100 points of percent) of volatility. */
  readonly vega: number;
  /** Change of the value in one year that passes. */
  readonly theta: number;
  /** Change of the value for one unit (100 points of percent) of the interest rate. */
  readonly rho: number;
}

/**
 * Value and greeks of a European option by Black, Scholes and Merton, with a continuous yield.
 *
 * @param terms       the option
 * @param volatility  deviation of the log return a year, 0 or more
 * @returns           at expiry or without volatility the discounted value of what is then certain; there delta is that of the
 *                    forward when in the money and 0 when not, gamma and vega are 0
 *
 * @throws BacktabError `parameter_out_of_range`
 * @see Black and Scholes, The Pricing of Options and Corporate Liabilities, 1973
 * @see Merton, Theory of Rational Option Pricing, 1973 (yield)
 */
export function blackScholes(terms: OptionTerms, volatility: number): OptionValue {
  checkTerms(terms);
  checkRange('volatility', volatility, 0, 1000);
  const { kind, spot, strike, years, rate } = terms;
  const sign = kind === 'call' ? 1 : -1;
  const carried = exp(-terms.yield * years);
  const discount = exp(-rate * years);
  const spread = volatility * Math.sqrt(years);
  if (spread === 0) return certain(terms, carried, discount);
  const d1 = (log(spot / strike) + (rate - terms.yield) * years) / spread + spread / 2;
  const d2 = d1 - spread;
  const held = sign * carried * normalCdf(sign * d1);
  const paid = sign * strike * discount * normalCdf(sign * d2);
  const density = carried * normalDensity(d1);
  return {
    value: Math.max(spot * held - paid, 0),
    delta: held,
    gamma: density / (spot * spread),
    vega: spot * density * Math.sqrt(years),
    theta: (-spot * density * volatility) / (2 * Math.sqrt(years)) - rate * paid + terms.yield * spot * held,
    rho: years * paid,
  };
}

function certain(terms: OptionTerms, carried: number, discount: number): OptionValue {
  const { kind, spot, strike, years, rate } = terms;
  const sign = kind === 'call' ? 1 : -1;
  const value = payoff({ kind, strike: strike * discount }, spot * carried);
  const isPaid = value > 0;
  return {
    value,
    delta: isPaid ? sign * carried : 0,
    gamma: 0,
    vega: 0,
    theta: isPaid ? sign * (terms.yield * spot * carried - rate * strike * discount) : 0,
    rho: isPaid ? sign * years * strike * discount : 0,
  };
}

/** @throws BacktabError `parameter_out_of_range` for terms that no option has */
export function checkTerms({ spot, strike, years, rate, yield: carry }: OptionTerms): void {
  checkRange('spot', spot, Number.MIN_VALUE, Number.MAX_VALUE);
  checkRange('strike', strike, Number.MIN_VALUE, Number.MAX_VALUE);
  checkRange('years', years, 0, 1000);
  checkRange('rate', rate, -10, 10);
  checkRange('yield', carry, -10, 10);
}
