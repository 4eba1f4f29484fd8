import type { Bar } from './bars';
import type { Fill, OrderRequest } from './order';
import type { QuoteTick, TradeTick } from './tick';

/** What a strategy may read of one instrument of the run. */
export interface MarketView {
  readonly name: string;
  /** Newest closed bar; all NaN before the first. */
  readonly bar: Bar;
  /** Row of that bar, -1 before the first. */
  readonly index: number;
  /** Whether that bar has closed just now, rather than on an earlier call. */
  readonly isNew: boolean;
  /** Signed units; 0 when flat. With a long and a short position at once, their sum. */
  readonly positionSize: number;
  /** Average entry price of the larger side; NaN when flat. */
  readonly entryPrice: number;
  /** Bars of this instrument since the entry bar, ticks where it has ticks; NaN when flat. */
  readonly barsHeld: number;
  /** Number of waiting orders. */
  readonly waiting: number;
}

/** The account as a strategy may read it at a bar's close. The first five members are those of the first instrument. */
export interface AccountView {
  /** Cash plus positions at this close, account currency. */
  readonly equity: number;
  readonly cash: number;
  /** Signed units; 0 when flat. */
  readonly positionSize: number;
  /** Average entry price; NaN when flat. */
  readonly entryPrice: number;
  /** Bars since the entry bar, ticks where it has ticks; NaN when flat. */
  readonly barsHeld: number;
  /** Every instrument of the run, in the order it was given. */
  readonly markets: readonly MarketView[];
}

/**
 * Port for trading logic, the same in backtest, paper and live. The engine calls it at each instant
 * at which bars close, once, after all of them have; nothing later than those bars can be reached.
 */
export interface Strategy {
  readonly name: string;
  onStart?(): void;
  /**
   * Orders for the future, in order of submission.
   *
   * @param bar    newest closed bar of the first instrument
   * @param index  its row
   */
  onBar(bar: Bar, index: number, account: AccountView): readonly OrderRequest[];
  /**
   * The same at each trade or quote when it is received, where the run has ticks. The tick is one object for all calls
   * of its kind, valid only during the call.
   *
   * @param market  row of its instrument among the run's
   */
  onTick?(tick: TradeTick | QuoteTick, account: AccountView, market: number): readonly OrderRequest[];
  onFill?(fill: Fill): void;
  onStop?(): void;
  /** What it remembers between bars, as plain values, so that a run can go on from a snapshot. */
  save?(): unknown;
  /** Takes back what `save` gave. */
  restore?(saved: unknown): void;
}
