import type { Bars } from '../core/bars';
import type { RunEvent } from '../core/event';
import type { Fill, OrderRecord, Trade } from '../core/order';
import type { RunSeries, RunSettings } from '../core/run';
import type { Strategy } from '../core/strategy';
import type { Ticks } from '../core/ticks';
import { Engine } from './engine';
import type { EngineSetup } from './engine-setup';
import type { Posting } from './journal';
import { orderRecords, runEvents } from './run-events';
import { splitsOf } from './splits';
import { tradesOf } from './trades';

/** What a run in one instrument needs. */
export interface SimulationInput {
  readonly bars: Bars;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
}

/** All that a run found, before it is named and hashed (`resultHash`). */
export interface Simulation {
  readonly settings: RunSettings;
  readonly orders: readonly OrderRecord[];
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
  readonly series: RunSeries;
  /** All that happened, in order. */
  readonly events: readonly RunEvent[];
  /** The books: every movement of money, in order. */
  readonly journal: Iterable<Posting> & { readonly length: number };
}

/** Runs a strategy over the bars of one instrument; `simulatePortfolio` says how. */
export function simulate({ bars, strategy, settings }: SimulationInput): Simulation {
  return simulatePortfolio({ markets: [{ name: '', bars }], strategy, settings });
}

/**
 * Runs a strategy over bars, exactly and in f64.
 *
 * Inside a bar: splits, dividends and funding; then orders queued at the previous close meet its open, in all
 * instruments what closes before what opens; then its range or path, as `intrabar` says; then its close; then the
 * strategy sees the closed bar and asks for the future. The bar and the account that it is given are the
 * same objects on every call and valid only during the call.
 *
 * A bar whose open, high, low or close is not a finite number above zero is not traded on: a market entry
 * queued for it is rejected (`price_unknown`), everything else waits,
 * and the account is marked at the last close that was a price. A position open after the last bar stays open unless
 * `closeAtEnd` says otherwise.
 *
 * @throws BacktabError `parameter_out_of_range` | `setting_invalid` for settings that cannot be run, `rate_missing`
 */
export function simulatePortfolio(input: EngineSetup): Simulation {
  const engine = new Engine(input);
  engine.runUntil(Infinity);
  engine.end();
  return simulationOf(engine);
}

/** Ticks as bars of one price each, so that a fill finds the prices of its row. */
const pricesOf = ({ eventTime, bid, bidSize, ask }: Ticks): Bars => ({
  time: eventTime,
  open: bid,
  high: ask,
  low: bid,
  close: ask,
  volume: bidSize,
  extra: {},
});

/**
 * What an engine has found so far. Orders and events, which many callers never ask for, are told from the engine's books
 * when they are first read, so they are those of that time if the engine has gone on.
 */
export function simulationOf(engine: Engine): Simulation {
  const { settings, events, fills, ledger, portfolio } = engine;
  const { orders } = engine.log;
  const markets = engine.markets.map((market) => ({
    bars: market.ticks ? pricesOf(market.ticks) : market.bars,
    detail: settings.intrabar === 'detail' && !market.ticks ? market.detail : null,
    intervalMs: market.intervalMs,
    mark: market.mark,
    rate: portfolio.rateOf(market),
  }));
  const trades = tradesOf({ fills, orders, splits: splitsOf(events.rare), markets });
  let records: readonly OrderRecord[] | null = null;
  let told: readonly RunEvent[] | null = null;
  return {
    settings,
    fills,
    trades,
    series: engine.series.series,
    journal: ledger.journal,
    get orders() {
      return (records ??= orderRecords(events, engine.log.orders));
    },
    get events() {
      return (told ??= runEvents(events, engine.log.orders, fills));
    },
  };
}
