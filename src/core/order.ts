import type { OrderId } from './nominal';

export type Side = 'buy' | 'sell';

/** How an order executes. Kinds join this list together with the engine code that fills them. */
export type OrderType = 'market' | 'stop_market' | 'limit';

export type OrderStatus =
  'submitted' | 'accepted' | 'partially_filled' | 'filled' | 'canceled' | 'rejected' | 'expired';

/** How many units an entry asks for; resolved at the close of the bar that asks. */
export type Sizing =
  | { readonly kind: 'percent_of_equity'; readonly percent: number }
  | { readonly kind: 'units'; readonly units: number };

/** What a strategy asks for on a closed bar. Prices are in quote currency. */
export type OrderRequest =
  | {
      readonly kind: 'enter';
      readonly side: Side;
      readonly sizing: Sizing;
      /** Protective stop and profit target, live from the entry bar on; NaN or absent means none. */
      readonly stop?: number;
      readonly target?: number;
      readonly tag?: string;
      /** Why, in words of the script, as `crossover(quick, steady)`. */
      readonly reason?: string;
    }
  | { readonly kind: 'exit'; readonly tag?: string; readonly reason?: string };

/** Why an order came to its state. `docs/order-reasons.md` explains each. */
export type OrderReason =
  | 'signal'
  | 'queued_for_open'
  | 'filled_at_open'
  | 'filled_at_stop'
  | 'filled_at_gap_open'
  | 'filled_at_target'
  | 'bracket_of_entry'
  | 'sibling_filled'
  | 'position_closed'
  | 'already_in_position'
  | 'no_position'
  | 'size_below_one_lot'
  | 'price_unknown'
  | 'stop_on_wrong_side'
  | 'target_on_wrong_side'
  | 'cash_insufficient'
  | 'data_ended';

/** One step in an order's life. */
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
  readonly side: Side;
  readonly type: OrderType;
  readonly quantity: number;
  /** Trigger or limit price; NaN for market orders. */
  readonly price: number;
  readonly tag: string;
  readonly reason: string;
  readonly status: OrderStatus;
  readonly events: readonly OrderEvent[];
}

/** One execution of an order. `price` includes slippage, which is also told apart. */
export interface Fill {
  readonly order: OrderId;
  readonly bar: number;
  readonly time: number;
  readonly side: Side;
  readonly quantity: number;
  readonly price: number;
  /** Account currency, >= 0. */
  readonly fee: number;
  /** Account currency, >= 0: quantity times the distance from the price without slippage. */
  readonly slippage: number;
  readonly reason: OrderReason;
}

/** Round trip from opening to closing fills, derived from them. Money in account currency. */
export interface Trade {
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
  /** Stop and target held both inside one bar, so their order is unknown. */
  readonly ambiguous: boolean;
  /** Levels of the bracket; NaN where none. */
  readonly stop: number;
  readonly target: number;
}
