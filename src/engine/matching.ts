import type { OrderType } from '../core/order';
import type { Matcher } from './matching/execution';
import { limit } from './matching/limit';
import { market } from './matching/market';
import { stopMarket } from './matching/stop-market';

/** How each type of order executes. A new type is one more file and one more row. */
export const MATCHERS: { readonly [T in OrderType]: Matcher } = {
  market,
  stop_market: stopMarket,
  limit,
};
