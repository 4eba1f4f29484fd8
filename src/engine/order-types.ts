import type { OrderTerms, OrderType } from '../core/order';

/** What an order waits for and what it becomes then. */
export interface TypeRule {
  /** Price that arms it: none, one against its side (`stop`), or one in its favour (`touch`). */
  readonly wait: 'none' | 'stop' | 'touch';
  /** Whether it then takes any price (with slippage) or only its limit and better (without). */
  readonly takes: 'market' | 'limit';
  /** Where it may fill: anywhere, or in one of the auctions. */
  readonly at: 'any' | 'open' | 'close';
}

/** How each type of order executes. A new type is one more row. */
export const ORDER_TYPES: { readonly [T in OrderType]: TypeRule } = {
  market: { wait: 'none', takes: 'market', at: 'any' },
  limit: { wait: 'none', takes: 'limit', at: 'any' },
  stop_market: { wait: 'stop', takes: 'market', at: 'any' },
  stop_limit: { wait: 'stop', takes: 'limit', at: 'any' },
  trailing_stop_market: { wait: 'stop', takes: 'market', at: 'any' },
  market_if_touched: { wait: 'touch', takes: 'market', at: 'any' },
  limit_if_touched: { wait: 'touch', takes: 'limit', at: 'any' },
  market_on_open: { wait: 'none', takes: 'market', at: 'open' },
  market_on_close: { wait: 'none', takes: 'market', at: 'close' },
};

/** The type that an order's terms make. */
export function typeOf(terms: OrderTerms): OrderType {
  const hasLimit = isGiven(terms.limit);
  if (terms.trail) return 'trailing_stop_market';
  if (isGiven(terms.trigger)) return hasLimit ? 'stop_limit' : 'stop_market';
  if (isGiven(terms.touch)) return hasLimit ? 'limit_if_touched' : 'market_if_touched';
  if (hasLimit) return 'limit';
  if (terms.auction === 'open') return 'market_on_open';
  if (terms.auction === 'close') return 'market_on_close';
  return 'market';
}

/** Whether an optional price was given; NaN counts as not, as a script has no value in warm-up. */
export const isGiven = (price: number | undefined): price is number =>
  price !== undefined && !Number.isNaN(price);
