import type { Side } from '../../core/order';
import type { Matcher } from './execution';

/**
 * A stop becomes a market order when the price touches its trigger. A bar that opens beyond the
 * trigger fills at that open, since no price at the trigger existed; otherwise the fill is at the
 * trigger. Both with slippage.
 */
export const stopMarket: Matcher = {
  atOpen: (order, bar, slippage) =>
    reached(order.side, order.price, bar.open)
      ? { price: slippage(order.side, bar.open), reference: bar.open, reason: 'filled_at_gap_open' }
      : null,
  withinBar: (order, bar, slippage) =>
    reached(order.side, order.price, order.side === 'sell' ? bar.low : bar.high)
      ? { price: slippage(order.side, order.price), reference: order.price, reason: 'filled_at_stop' }
      : null,
};

const reached = (side: Side, trigger: number, price: number): boolean =>
  side === 'sell' ? price <= trigger : price >= trigger;
