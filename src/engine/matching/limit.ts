import type { Side } from '../../core/order';
import type { Matcher } from './execution';

/**
 * A limit order fills at its limit or better, never with slippage: at the open when the bar opens
 * beyond the limit, at the limit when the bar reaches it.
 */
export const limit: Matcher = {
  atOpen: (order, bar) =>
    reached(order.side, order.price, bar.open)
      ? { price: bar.open, reference: bar.open, reason: 'filled_at_target' }
      : null,
  withinBar: (order, bar) =>
    reached(order.side, order.price, order.side === 'sell' ? bar.high : bar.low)
      ? { price: order.price, reference: order.price, reason: 'filled_at_target' }
      : null,
};

const reached = (side: Side, price: number, traded: number): boolean =>
  side === 'sell' ? traded >= price : traded <= price;
