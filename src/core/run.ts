import type { Column } from './column';
import type { RunEvent } from './event';
import type { Fill, OrderRecord, Trade } from './order';
import type { RunSettings } from './settings';

export { DEFAULT_SETTINGS, type RunSettings } from './settings';

/** Values per bar, aligned with the dataset. */
export interface RunSeries {
  readonly time: Column;
  /** Cash plus position at the close. */
  readonly equity: Column;
  readonly cash: Column;
  /** Net position value over equity, signed fraction. */
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
  /** All that happened, in order: orders, fills and series follow from it and the bars. */
  readonly events: readonly RunEvent[];
}
