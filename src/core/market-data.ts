import type { Bars } from './bars';

/** More bars of one instrument. */
export interface MarketUpdate {
  /** Row of the instrument among the run's. */
  readonly market: number;
  /** All its bars: those known before, and new ones behind them. */
  readonly bars: Bars;
}

/** Port for market data as they come: from a table, a replay or a feed. */
export interface MarketData {
  updates(): AsyncIterable<MarketUpdate>;
}
