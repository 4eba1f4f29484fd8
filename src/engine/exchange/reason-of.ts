import type { OrderReason } from '../../core/order';
import type { WorkingOrder } from '../working-order';

/** Where in a bar a fill happens: an auction, a jump over the order's price, or its price itself. */
export type Moment = 'open' | 'close' | 'gap' | 'level';

/** The reason that a fill tells. */
export function reasonOf(order: WorkingOrder, moment: Moment): OrderReason {
  if (order.role === 'margin_call') return 'margin_call';
  if (order.role === 'target') return 'filled_at_target';
  const { wait, takes } = order.rule;
  if (takes === 'limit') return 'filled_at_limit';
  if (wait === 'touch') return 'filled_at_touch';
  if (wait === 'stop') {
    if (moment !== 'level') return moment === 'close' ? 'filled_at_close' : 'filled_at_gap_open';
    return order.type === 'trailing_stop_market' ? 'filled_at_trail' : 'filled_at_stop';
  }
  if (moment === 'open') return 'filled_at_open';
  return moment === 'close' ? 'filled_at_close' : 'filled_at_market';
}
