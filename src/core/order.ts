import type { OrderId } from './nominal';

export type Side = 'buy' | 'sell';

/** How an order executes. `src/engine/order-types.ts` says what each waits for and what it becomes then. */
export type OrderType =
  | 'market'
  | 'limit'
  | 'stop_market'
  | 'stop_limit'
  | 'trailing_stop_market'
  | 'market_if_touched'
  | 'limit_if_touched'
  | 'market_on_open'
  | 'market_on_close';

/**
 * How long an order lives: for good, for its first session, for one instant (`ioc` in part, `fok` all or nothing), to
 * a date.
 */
export type TimeInForce = 'gtc' | 'day' | 'ioc' | 'fok' | 'gtd';

export const ORDER_STATUSES = [
  'submitted',
  'accepted',
  'partially_filled',
  'filled',
  'canceled',
  'rejected',
  'expired',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Whether an execution adds to a position or takes from one. */
export type Effect = 'open' | 'close';

/**
 * How far a trailing stop stays behind the best price: in quote currency, in percent of that price, or in
 * multiples of the average true range (Wilder) of `period` bars.
 */
export type Trail =
  | { readonly kind: 'amount'; readonly distance: number }
  | { readonly kind: 'percent'; readonly distance: number }
  | { readonly kind: 'atr'; readonly distance: number; readonly period: number };

/** How many units an entry asks for; resolved at the close of the bar that asks (`src/engine/sizing`). */
export type Sizing =
  | { readonly kind: 'units'; readonly units: number }
  | { readonly kind: 'cash'; readonly amount: number }
  | { readonly kind: 'percent_of_equity'; readonly percent: number }
  /** So many that reaching the stop loses `percent` of equity. */
  | { readonly kind: 'risk_percent'; readonly percent: number }
  /** Percent of equity, shared out by the inverse volatility of the instruments over `bars`. */
  | { readonly kind: 'inverse_volatility'; readonly percent: number; readonly bars: number }
  /** So many that the position alone would move by `percent` a year. */
  | { readonly kind: 'volatility_target'; readonly percent: number; readonly bars: number }
  /** `fraction` of what Kelly's formula gives for the closed trades so far; `start` percent of equity before. */
  | { readonly kind: 'kelly'; readonly fraction: number; readonly start: number }
  /** Equity over the number of instruments. */
  | { readonly kind: 'equal_weight' };

/** What every order may carry. Prices are in quote currency; NaN or absent means none. */
export interface OrderTerms {
  /** Row of the instrument among the run's; 0 when absent. */
  readonly market?: number;
  /** Worst price that is accepted: makes a limit order, or the limit of a stop or touch. */
  readonly limit?: number;
  /** Waits until the price reaches this level against the order's side. */
  readonly trigger?: number;
  /** Waits until the price reaches this level in favour of the order's side. */
  readonly touch?: number;
  /** The trigger follows the price. */
  readonly trail?: Trail;
  /** Fills in the opening or closing auction only. */
  readonly auction?: 'open' | 'close';
  readonly timeInForce?: TimeInForce;
  /** Instant (Unix milliseconds) at which a `gtd` order expires. */
  readonly expires?: number;
  /** Refused instead of taking liquidity at once. */
  readonly postOnly?: boolean;
  /** Orders of one group cancel each other: when one fills, the rest are withdrawn. */
  readonly group?: string;
  readonly tag?: string;
  /** Why, in words of the script, as `crossover(quick, steady)`. */
  readonly reason?: string;
}

/** Orders that an entry brings with its fill: the first that fills cancels the others. */
export interface BracketTerms {
  /** Protective stop, live from the entry bar on. */
  readonly stop?: number;
  /** Profit target. */
  readonly target?: number;
  /** Trailing stop. */
  readonly trailing?: Trail;
}

/** Opens or adds to a position. */
export interface EnterRequest extends OrderTerms, BracketTerms {
  readonly kind: 'enter';
  readonly side: Side;
  readonly sizing: Sizing;
}

/** Leaves the position, or a part of it. */
export interface ExitRequest extends OrderTerms {
  readonly kind: 'exit';
  /** Which position, where both are held (hedging); the one there is when absent. */
  readonly position?: 'long' | 'short';
  /** Share of the position in (0, 1]; all when absent. */
  readonly fraction?: number;
}

/** A plain order of a number of units: it closes what stands against it and opens the rest. */
export interface PlainRequest extends OrderTerms {
  readonly kind: 'order';
  readonly side: Side;
  readonly units: number;
  /** Only takes from a position, never opens one. */
  readonly reduceOnly?: boolean;
}

/**
 * Moves the position to a share of equity, as rebalancing does: by what is missing once everything has filled that waits
 * for nothing but a price, in place of a target that waits for a level. Nothing is asked for where less than a lot is
 * missing.
 */
export interface TargetRequest extends OrderTerms {
  readonly kind: 'target';
  /** Signed fraction of equity; 0 closes the position. */
  readonly weight: number;
}

/** Withdraws waiting orders: those with the tag, or all of the instrument. */
export interface CancelRequest {
  readonly kind: 'cancel';
  readonly market?: number;
  readonly tag?: string;
}

/** What a strategy asks for on a closed bar. */
export type OrderRequest = EnterRequest | ExitRequest | PlainRequest | TargetRequest | CancelRequest;

/** Why an order came to its state. `docs/order-reasons.md` explains each. */
export const ORDER_REASONS = [
  'signal',
  'queued_for_open',
  'queued_for_close',
  'queued_for_tick',
  'resting',
  'delayed',
  'triggered',
  'filled_at_open',
  'filled_at_close',
  'filled_at_stop',
  'filled_at_gap_open',
  'filled_at_target',
  'filled_at_limit',
  'filled_at_touch',
  'filled_at_trail',
  'filled_at_market',
  'bracket_of_entry',
  'sibling_filled',
  'position_closed',
  'cancel_delayed',
  'strategy_canceled',
  'replaced',
  'already_in_position',
  'closed_on_this_bar',
  'no_position',
  'market_unknown',
  'size_below_one_lot',
  'below_minimum_notional',
  'price_unknown',
  'price_invalid',
  'stop_on_wrong_side',
  'target_on_wrong_side',
  'stop_missing',
  'would_take_liquidity',
  'cash_insufficient',
  'shorting_refused',
  'liquidity_exhausted',
  'session_ended',
  'date_passed',
  'no_auction',
  'not_filled_at_once',
  'too_many_orders',
  'margin_call',
  'risk_position',
  'risk_exposure',
  'risk_drawdown',
  'risk_daily_loss',
  'risk_orders_a_day',
  'risk_losing_streak',
  'risk_expected_shortfall',
  'risk_cool_down',
  'data_ended',
] as const;

export type OrderReason = (typeof ORDER_REASONS)[number];

/** One step in an order's life. In a market with ticks `bar` is the row of a tick, here and in fills. */
export interface OrderEvent {
  readonly bar: number;
  readonly time: number;
  readonly status: OrderStatus;
  readonly reason: OrderReason;
}

/** An order with its whole timeline: "why did nothing fill?" always has an answer. */
export interface OrderRecord {
  readonly id: OrderId;
  readonly parent: OrderId | null;
  /** Row of the instrument among the run's. */
  readonly market: number;
  readonly side: Side;
  readonly type: OrderType;
  readonly quantity: number;
  /** Units that have filled. */
  readonly filled: number;
  /** Trigger or limit price; NaN for market orders. For a trailing stop, where it stood last. */
  readonly price: number;
  /** Limit of an order that has a trigger too; else NaN. */
  readonly limit: number;
  readonly timeInForce: TimeInForce;
  readonly tag: string;
  readonly reason: string;
  readonly status: OrderStatus;
  readonly events: readonly OrderEvent[];
}

/** One execution of an order. `price` includes slippage, which is also told apart. */
export interface Fill {
  readonly order: OrderId;
  /** Row of the instrument among the run's. */
  readonly market: number;
  readonly bar: number;
  readonly time: number;
  readonly side: Side;
  readonly effect: Effect;
  readonly quantity: number;
  readonly price: number;
  /** What one unit at a price of 1 is worth in account currency: multiplier times exchange rate. */
  readonly rate: number;
  /** Account currency, >= 0 (below zero is a rebate). */
  readonly fee: number;
  /** Account currency, >= 0: quantity times the distance from the price without slippage. */
  readonly slippage: number;
  readonly liquidity: 'maker' | 'taker';
  readonly reason: OrderReason;
}

/** Round trip from opening to closing fills, derived from them. Money in account currency. */
export interface Trade {
  /** Row of the instrument among the run's. */
  readonly market: number;
  readonly side: 'long' | 'short';
  readonly quantity: number;
  readonly entryTime: number;
  /** NaN while open. */
  readonly exitTime: number;
  readonly entryBar: number;
  readonly exitBar: number;
  readonly entryPrice: number;
  readonly exitPrice: number;
  /** Before fees; slippage is inside the prices. */
  readonly grossPnl: number;
  /** Fees of both sides. */
  readonly costs: number;
  readonly pnl: number;
  /** `pnl` over the entry value, a fraction. */
  readonly return: number;
  /** Deepest and highest excursion of price against the entry while held, fractions <= 0 and >= 0. */
  readonly mae: number;
  readonly mfe: number;
  readonly entryReason: string;
  readonly exitReason: string;
  readonly exitKind: OrderReason;
  readonly tag: string;
  /** Stop and target held both inside one bar (of the shorter interval, where the run walked those): their order is unknown. */
  readonly ambiguous: boolean;
  /** Levels of the bracket; NaN where none. */
  readonly stop: number;
  readonly target: number;
}
