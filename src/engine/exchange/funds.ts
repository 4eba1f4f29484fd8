import type { Side } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import type { MarketState } from '../market-state';
import type { Portfolio } from '../portfolio';
import type { Settlement } from '../settlement';

/** What the account can pay for at one price. */
export interface Funds {
  /** Whether units of that many can be opened when the fill costs `fee`. */
  cover(quantity: number, fee: number): boolean;
}

/**
 * Initial margin: after the fill, the value of all positions over the leverage is at most the equity. With a
 * leverage of 1 and no other position that is value plus fee within cash. Proceeds that have not settled buy nothing.
 * Where the settings let entries be made on credit, or short sales without margin, everything is covered.
 *
 * @param closing  units of the instrument that will be closed before
 */
export function fundsFor(
  portfolio: Portfolio,
  settings: RunSettings,
  settlement: Settlement,
  market: MarketState,
  side: Side,
  price: number,
  closing = 0,
): Funds {
  const isFree = settings.cashShortfall === 'allow' || (settings.shortMargin === 'none' && side === 'sell');
  if (isFree) return { cover: () => true };
  const rate = portfolio.rateOf(market);
  const held = (market.long.size + market.short.size - closing) * price * rate;
  const used = portfolio.grossBut(market) + held;
  const equity = portfolio.equityAt(market, price);
  const { leverage } = settings;
  const spendable = portfolio.cash - settlement.pending;
  const needsSettled = settings.settlementDays > 0 && side === 'buy';
  return {
    cover(quantity, fee) {
      const value = quantity * price * rate;
      if (needsSettled && value / leverage + fee > spendable) return false;
      return (used + value) / leverage + fee <= equity;
    },
  };
}

/** Value of positions that the account could still open at a price, before their costs; below zero for none. */
export function freeFunds(
  portfolio: Portfolio,
  { leverage }: RunSettings,
  market: MarketState,
  price: number,
): number {
  const held = (market.long.size + market.short.size) * price * portfolio.rateOf(market);
  return portfolio.equityAt(market, price) * leverage - portfolio.grossBut(market) - held;
}

/** Steps of the search for the largest quantity: as many as f64 can be halved, so that any request can be cut down. */
const STEPS = 2100;

/** Most whole lots up to `wanted` that the funds cover, 0 when not even one. */
export function largestAffordable(
  funds: Funds,
  feeOf: (quantity: number) => number,
  wanted: number,
  lot: number,
): number {
  return mostWithin((quantity) => funds.cover(quantity, feeOf(quantity)), wanted, lot);
}

/** Most whole lots up to `wanted` that fit, 0 when not even one; what fits, fits in smaller numbers too. */
export function mostWithin(fits: (quantity: number) => boolean, wanted: number, lot: number): number {
  if (fits(wanted)) return wanted;
  let covered = 0;
  let refused = Math.round(wanted / lot);
  for (let step = 0; step < STEPS && refused - covered > 1; step++) {
    const middle = Math.floor((covered + refused) / 2);
    if (middle === covered || middle === refused) break; // beyond 2^53 there is nothing between
    const quantity = middle * lot;
    if (fits(quantity)) covered = middle;
    else refused = middle;
  }
  return covered * lot;
}
