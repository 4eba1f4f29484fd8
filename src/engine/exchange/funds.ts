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
 */
export function fundsFor(
  portfolio: Portfolio,
  settings: RunSettings,
  settlement: Settlement,
  market: MarketState,
  side: Side,
  price: number,
): Funds {
  const rate = portfolio.rateOf(market);
  const held = (market.long.size + market.short.size) * price * rate;
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

/** Steps of the search for the largest quantity; more than f64 has bits. */
const STEPS = 64;

/** Most whole lots up to `wanted` that the funds cover, 0 when not even one. */
export function largestAffordable(
  funds: Funds,
  feeOf: (quantity: number) => number,
  wanted: number,
  lot: number,
): number {
  let covered = 0;
  let refused = Math.round(wanted / lot);
  for (let step = 0; step < STEPS && refused - covered > 1; step++) {
    const middle = Math.floor((covered + refused) / 2);
    const quantity = middle * lot;
    if (funds.cover(quantity, feeOf(quantity))) covered = middle;
    else refused = middle;
  }
  return covered * lot;
}
