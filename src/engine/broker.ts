import type { OrderReason } from '../core/order';
import type { RunSettings } from '../core/settings';
import type { Execution } from './exchange/execution';
import type { MarketState } from './market-state';
import type { OrderLog } from './order-log';
import type { Portfolio } from './portfolio';
import type { WorkingOrder } from './working-order';

/**
 * Port to whoever executes orders: the simulated exchange in backtests and on paper, a broker's connection live. It
 * reports through the execution that it was made with.
 */
export interface Broker {
  /** Takes an order at the close of a bar. */
  place(market: MarketState, order: WorkingOrder): void;
  withdraw(
    market: MarketState,
    order: WorkingOrder,
    status: 'canceled' | 'expired' | 'rejected',
    reason: OrderReason,
  ): void;
  /** Bars of these instruments have opened, at one instant. */
  open(markets: readonly MarketState[]): void;
  /** The bar under way is over. */
  finish(market: MarketState): void;
  /** Fills market orders at the close on which they were asked for, where the settings say so. */
  fillAtClose(market: MarketState): void;
  /** A number that it needs to go on from a snapshot. */
  moment: number;
  /** No more data will come. */
  end(market: MarketState): void;
}

/** What a broker works with. */
export interface BrokerParts {
  readonly settings: RunSettings;
  readonly portfolio: Portfolio;
  readonly execution: Execution;
  readonly log: OrderLog;
}
