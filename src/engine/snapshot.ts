import type { Fill } from '../core/order';
import type { EventBookState } from './event-book';
import type { RatesState } from './exchange-rates';
import type { LedgerState } from './ledger';
import type { MarketSnapshot } from './market-state';
import type { OrderLogState } from './order-log';
import type { RiskSnapshot } from './risk/risk-rules';
import type { RoundTripsState } from './round-trips';
import type { SeriesState } from './series-book';
import type { SettlementState } from './settlement';
import type { TickRunState } from './ticks/tick-run';

/**
 * All that an engine remembers between two instants, as plain values that can be stored or sent. An engine of the same
 * setup, over the same data or the same with more behind them, goes on from it as the first one would have, to the bit.
 */
export interface EngineSnapshot {
  /** Engine version that made it; another one refuses it. */
  readonly version: string;
  readonly isStarted: boolean;
  readonly markets: readonly MarketSnapshot[];
  readonly log: OrderLogState;
  readonly events: EventBookState;
  readonly fills: readonly Fill[];
  readonly ledger: LedgerState;
  readonly series: SeriesState;
  readonly risk: RiskSnapshot;
  readonly settlement: SettlementState;
  readonly roundTrips: RoundTripsState;
  readonly rates: RatesState;
  readonly fees: readonly [month: number, traded: number];
  readonly accrualDay: number;
  readonly moment: number;
  /** Ticks under way; null in a run without. */
  readonly ticks: TickRunState | null;
  /** What `Strategy.save` gave. */
  readonly strategy: unknown;
}
