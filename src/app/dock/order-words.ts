import type { OrderReason, OrderRecord, OrderType, TimeInForce, Trade } from '../../core/order';

export { REASON_WORDS, STATUS_WORDS } from '../../core/order-words';

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
