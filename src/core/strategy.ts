import type { Bar } from './bars';
import type { Fill, OrderRequest } from './order';

/** The account as a strategy may read it at a bar's close. */
export interface AccountView {
  /** Cash plus position at this close. */
  readonly equity: number;
  readonly cash: number;
  /** Signed units; 0 when flat. */
  readonly positionSize: number;
  /** Average entry price; NaN when flat. */
  readonly entryPrice: number;
  /** Bars since the entry bar; NaN when flat. */
  readonly barsHeld: number;
}

/**
 * Port for trading logic, the same in backtest, paper and live. The engine calls it once per
 * closed bar with that bar and the account; nothing later than the bar can be reached.
 */
export interface Strategy {
  readonly name: string;
  onStart?(): void;
  /** Orders for the future, in order of submission. */
  onBar(bar: Bar, index: number, account: AccountView): readonly OrderRequest[];
  onFill?(fill: Fill): void;
  onStop?(): void;
}
