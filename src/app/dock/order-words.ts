import type { OrderReason, OrderRecord, OrderStatus, OrderType, TimeInForce, Trade } from '../../core/order';

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
  closed_on_this_bar: 'a stop or target closed the position on this bar',
  already_in_position: 'There was a position already',
  market_unknown: 'There is no instrument of that number',
  no_position: 'There was no position to leave',
  size_below_one_lot: 'The size came to less than one lot',
  price_unknown: 'The price was not known at this bar',
  stop_on_wrong_side: 'The stop lay on the wrong side of the price',
  target_on_wrong_side: 'The target lay on the wrong side of the price',
  cash_insufficient: 'There was not enough cash',
  queued_for_close: 'Waiting for the close',
  queued_for_tick: 'Waiting for what the next tick shows',
  resting: 'Waiting for its price',
  delayed: 'On its way to the market',
  triggered: 'The price reached its trigger, so its limit counts now',
  filled_at_close: 'Filled at the close',
  filled_at_limit: 'The price reached its limit and it filled there or better',
  filled_at_touch: 'The price touched its level and it filled there',
  filled_at_trail: 'The price fell back to the trailing stop and it filled there',
  filled_at_market: 'Filled at the price of the moment',
  cancel_delayed: 'The script withdrew it, which the exchange did not know yet',
  strategy_canceled: 'The script withdrew it',
  replaced: 'A newer order took its place',
  below_minimum_notional: 'Its value was below the least that the instrument allows',
  price_invalid: 'A price of the order was no price',
  stop_missing: 'A size by risk needs a stop, and there was none',
  would_take_liquidity: 'It would have filled at once, which it was not to do',
  shorting_refused: 'Short positions are switched off',
  liquidity_exhausted: 'The bar had too little volume left for it',
  session_ended: 'Its session ended',
  date_passed: 'Its date passed',
  no_auction: 'Its market has ticks and no auctions',
  not_filled_at_once: 'It could not fill at once',
  too_many_orders: 'Too many orders were waiting',
  margin_call: 'Equity fell to the maintenance margin, so the position was liquidated',
  risk_position: 'The position would have been larger than its limit',
  risk_exposure: 'All positions would have been larger than their limit',
  risk_drawdown: 'Equity had fallen too far from its peak',
  risk_daily_loss: 'The loss of the day had reached its limit',
  risk_orders_a_day: 'The orders of the day were used up',
  risk_losing_streak: 'Too many trades had lost in a row',
  risk_expected_shortfall: 'The worst days had become too bad',
  risk_cool_down: 'Too soon after a losing trade',
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
  limit: 'limit',
  stop_market: 'stop',
  stop_limit: 'stop limit',
  trailing_stop_market: 'trailing stop',
  market_if_touched: 'market if touched',
  limit_if_touched: 'limit if touched',
  market_on_open: 'market on open',
  market_on_close: 'market on close',
};

/** How long an order lives; nothing for one that lives for good. */
export const LIFE_WORDS: Readonly<Record<TimeInForce, string>> = {
  gtc: '',
  day: 'for the session',
  ioc: 'at once or not',
  fok: 'all at once or not',
  gtd: 'until a date',
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
    case 'filled_at_trail':
      return 'Trailing stop';
    case 'margin_call':
      return 'Margin call';
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
