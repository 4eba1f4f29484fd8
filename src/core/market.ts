import type { Bars } from './bars';
import type { Column } from './column';
import type { Ticks } from './ticks';

/** What an exchange fixes about an instrument. A member that is absent is taken from the run's settings. */
export interface ContractTerms {
  /** Smallest tradable quantity; quantities are whole multiples of it. */
  readonly lotSize?: number;
  /** Smallest step of a price; 0 for none. */
  readonly tickSize?: number;
  /** Least value of an order, quote currency. */
  readonly minNotional?: number;
  /** Value of one unit when the price is 1, as 50 for an index future. */
  readonly multiplier?: number;
}

/** One instrument of a run with its data. */
export interface Market {
  /** Name by which reports and scripts call it; unique within a run. */
  readonly name: string;
  /** `NO_BARS` where there are ticks alone. */
  readonly bars: Bars;
  /** Trades and quotes, at which its orders then fill; its bars are only shown to the strategy (docs/ticks.md). */
  readonly ticks?: Ticks;
  /** Currency of its prices, ISO 4217; the account's when absent. */
  readonly currency?: string;
  readonly contract?: ContractTerms;
  /** Bars a year, for sizing by volatility; 252 when absent. */
  readonly barsPerYear?: number;
  /**
   * Milliseconds from a bar's open to its close, 1 or more; the shortest step between two bars when absent. The opening
   * of the next bar ends one in any case.
   */
  readonly intervalMs?: number;
  /** Number of the session that each bar belongs to, ascending; the UTC day when absent. */
  readonly sessions?: Column;
  /** Bars of a shorter interval, for the intrabar policy `detail`. */
  readonly detail?: Bars;
}

/** What a unit of a foreign currency is worth in the account's: a constant, or the closes of bars. */
export type ExchangeRate = number | Bars;
