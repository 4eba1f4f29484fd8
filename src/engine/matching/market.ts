import type { Matcher } from './execution';

/** A market order fills at the first open it meets, with slippage. */
export const market: Matcher = {
  atOpen: (order, bar, slippage) => ({
    price: slippage(order.side, bar.open),
    reference: bar.open,
    reason: 'filled_at_open',
  }),
  withinBar: () => null,
};
