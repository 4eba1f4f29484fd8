import type { Bar } from '../../core/bars';
import type { OrderReason, Side } from '../../core/order';
import type { SlippageModel } from '../models/slippage-bps';

/** At what price an order executes on a bar, and why. */
export interface Execution {
  /** With slippage. */
  readonly price: number;
  /** The market's price, without slippage. */
  readonly reference: number;
  readonly reason: OrderReason;
}

/** What a matcher needs to know of an order. */
export interface Matchable {
  readonly side: Side;
  /** Trigger or limit price; NaN for market orders. */
  readonly price: number;
}

/**
 * How one type of order executes. The two moments of a bar are asked in turn: its opening price,
 * then the range it covered. Both answer null while the order has to wait.
 */
export interface Matcher {
  atOpen(order: Matchable, bar: Bar, slippage: SlippageModel): Execution | null;
  withinBar(order: Matchable, bar: Bar, slippage: SlippageModel): Execution | null;
}
