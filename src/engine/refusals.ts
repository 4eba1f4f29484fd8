import type { OrderReason, Trail } from '../core/order';
import { isPrice } from './cursor';
import type { MarketState } from './market-state';
import { ORDER_TYPES } from './order-types';
import type { OrderDraft } from './working-order';

/**
 * Why an order cannot stand as it was asked for: no price to judge it by, levels that are no prices, or a size below
 * what the instrument allows.
 *
 * @param quantity  units that were wanted, cut down to lots
 * @returns         null when it can
 */
export function termsRefusal(market: MarketState, draft: OrderDraft, quantity: number): OrderReason | null {
  const { effect, price, limit, trail, type, timeInForce, expires } = draft;
  if (market.ticks && ORDER_TYPES[type].at !== 'any') return 'no_auction';
  if (effect !== 'close' && !isPrice(market.price)) return 'price_unknown';
  if (!isLevel(price) || !isLevel(limit)) return 'price_invalid';
  const refusal = trail && trailRefusal(market, trail);
  if (refusal) return refusal;
  if (quantity === 0) return 'size_below_one_lot';
  const reckoned =
    type === 'limit' || type === 'stop_limit' ? (Number.isNaN(limit) ? price : limit) : market.mark;
  if (effect !== 'close' && quantity * reckoned * market.multiplier < market.minNotional) {
    return 'below_minimum_notional';
  }
  return timeInForce === 'gtd' && !(expires > market.seenTime) ? 'date_passed' : null;
}

/** Why a trailing stop cannot be kept; null when it can. */
export function trailRefusal(market: MarketState, trail: Trail): OrderReason | null {
  if (!isPrice(trail.distance)) return 'price_invalid';
  if (trail.kind !== 'atr') return null;
  if (!Number.isInteger(trail.period) || trail.period < 1) return 'price_invalid';
  return Number.isNaN(market.ranges.at(trail.period)) ? 'price_unknown' : null;
}

/** Whether a level is a price, or NaN for none. */
export const isLevel = (price: number): boolean => Number.isNaN(price) || isPrice(price);
