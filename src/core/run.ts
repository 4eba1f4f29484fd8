import type { Column } from './column';
import type { Fill, OrderRecord, Trade } from './order';

/** What a run assumes. Every member enters the result hash. */
export interface RunSettings {
  /** Starting cash in account currency. */
  readonly capital: number;
  /** Fee per side, percent of traded value. */
  readonly feePercent: number;
  /** Slippage per market or stop fill, basis points of price, always against the order. */
  readonly slippageBps: number;
  /** What is taken to come first when one bar holds both stop and target. */
  readonly intrabar: 'pessimistic';
  /** Smallest tradable quantity; quantities are whole multiples of it. */
  readonly lotSize: number;
}

export const DEFAULT_SETTINGS: RunSettings = {
  capital: 100_000,
  feePercent: 0,
  slippageBps: 0,
  intrabar: 'pessimistic',
  lotSize: 1,
};

/** Values per bar, aligned with the dataset. */
export interface RunSeries {
  readonly time: Column;
  /** Cash plus position at the close. */
  readonly equity: Column;
  readonly cash: Column;
  /** Position value over equity, signed fraction. */
  readonly exposure: Column;
  /** Fall from the running peak of equity, fraction in [0, 1]. */
  readonly drawdown: Column;
}

/** All that an exact run found. `hash` is SHA-256 over the canonical bytes of the rest. */
export interface RunResult {
  readonly engine: string;
  readonly hash: string;
  readonly settings: RunSettings;
  readonly orders: readonly OrderRecord[];
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
  readonly series: RunSeries;
}
