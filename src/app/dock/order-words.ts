import type { OrderReason, OrderRecord, OrderStatus, OrderType, Trade } from '../../core/order';

/** What a reason means, in one sentence. */
export const REASON_WORDS: Readonly<Record<OrderReason, string>> = {
  signal: 'The script asked for it at this close',
  queued_for_open: 'Waiting for the next open',
  filled_at_open: 'Filled at the open',
  filled_at_stop: 'The price reached the stop and it filled there',
  filled_at_gap_open: 'The bar opened beyond the stop, so it filled at the open',
  filled_at_target: 'The price reached the target and it filled there',
  bracket_of_entry: 'Set with its entry, live from the entry bar',
  sibling_filled: 'Its sibling filled first, so it was withdrawn',
  position_closed: 'The position was closed another way, so it was withdrawn',
  already_in_position: 'There was a position already',
  no_position: 'There was no position to leave',
  size_below_one_lot: 'The size came to less than one lot',
  price_unknown: 'The price was not known at this bar',
  stop_on_wrong_side: 'The stop lay on the wrong side of the price',
  target_on_wrong_side: 'The target lay on the wrong side of the price',
  cash_insufficient: 'There was not enough cash',
  data_ended: 'The data ended before it could fill',
};

export const STATUS_WORDS: Readonly<Record<OrderStatus, string>> = {
  submitted: 'Submitted',
  accepted: 'Accepted',
  partially_filled: 'Partly filled',
  filled: 'Filled',
  canceled: 'Withdrawn',
  rejected: 'Rejected',
  expired: 'Expired',
};

export const TYPE_WORDS: Readonly<Record<OrderType, string>> = {
  market: 'market',
  stop_market: 'stop',
  limit: 'target',
};

/** Why a trade ended, in two or three words. */
export function exitWords(trade: Trade): string {
  switch (trade.exitKind) {
    case 'filled_at_stop':
      return 'Stop';
    case 'filled_at_gap_open':
      return 'Stop, at gap open';
    case 'filled_at_target':
      return 'Target';
    case 'data_ended':
      return Number.isNaN(trade.exitTime) ? 'Still open' : 'Data ended';
    default:
      return Number.isNaN(trade.exitTime) ? 'Still open' : signalWords(trade.exitReason);
  }
}

/** The last step of an order says how it ended. */
export function lastReason(order: OrderRecord): OrderReason {
  return order.events.at(-1)?.reason ?? 'signal';
}

/** `crossunder(quick, steady)` as `Cross under`; other conditions as they stand. */
function signalWords(reason: string): string {
  const NAMES: Readonly<Record<string, string>> = { crossunder: 'Cross under', crossover: 'Cross over' };
  const call = /^(\w+)\(/.exec(reason)?.[1] ?? '';
  return (Object.hasOwn(NAMES, call) ? NAMES[call] : undefined) ?? (reason || 'Signal');
}
