import { NO_BARS, type Bars } from '../core/bars';
import { BacktabError } from '../core/errors';
import type { Fill } from '../core/order';
import type { RunSettings } from '../core/settings';
import type { Strategy } from '../core/strategy';
import type { QuoteTick, TradeTick } from '../core/tick';
import { checkTicks, tickCount, type Ticks } from '../core/ticks';
import { ENGINE_VERSION } from '../core/version';
import { AccountSnapshot } from './account-snapshot';
import { Accrual } from './accrual';
import type { Broker, BrokerParts } from './broker';
import { CorporateActions } from './actions';
import { checkBars, checkMarkets } from './check-markets';
import { Desk } from './desk';
import type { EngineSetup } from './engine-setup';
import { EventBook } from './event-book';
import { Exchange } from './exchange/exchange';
import { Execution } from './exchange/execution';
import { ExchangeRates } from './exchange-rates';
import { Ledger } from './ledger';
import { MarketState } from './market-state';
import { OrderLog } from './order-log';
import { Portfolio } from './portfolio';
import { rounding } from './position';
import { RiskRules } from './risk/risk-rules';
import { SeriesBook } from './series-book';
import { Settlement } from './settlement';
import { checkSettings } from './settings';
import type { TradeTally } from './sizing/kelly';
import { RoundTrips } from './round-trips';
import type { EngineSnapshot } from './snapshot';
import { TickExchange } from './ticks/tick-exchange';
import { TickRun } from './ticks/tick-run';
import { Venues } from './ticks/venues';
import type { WorkingOrder } from './working-order';
import { refill } from './refill';

const simulatedExchange = ({ settings, portfolio, execution, log }: BrokerParts): Broker =>
  new Exchange(settings, portfolio, execution, log);

/**
 * One account, one strategy, some instruments: the object that drives backtests, paper and live trading. It goes from
 * instant to instant. At each, the bars that end there are finished and the strategy sees them; then the bars
 * that begin there open. Between them come the ticks of instruments that have them. Data may be appended (`extend`)
 * and the run continued.
 */
export class Engine {
  readonly settings: RunSettings;
  readonly markets: readonly MarketState[];
  readonly events = new EventBook();
  readonly log: OrderLog;
  readonly ledger: Ledger;
  readonly portfolio: Portfolio;
  readonly series: SeriesBook;
  readonly currencies: readonly string[];
  readonly #strategy: Strategy;
  readonly #execution: Execution;
  readonly #broker: Broker;
  readonly #ticks: TickRun | null;
  readonly #desk: Desk;
  readonly #risk: RiskRules;
  readonly #accrual: Accrual;
  readonly #actions: CorporateActions | null;
  readonly #rates: ExchangeRates;
  readonly #settlement: Settlement;
  readonly #roundTrips: RoundTrips;
  readonly #account: AccountSnapshot;
  /** The same instruments by name, so that nothing depends on the order in which they were given. */
  readonly #byName: readonly MarketState[];
  readonly #fillsAtClose: boolean;
  /** Whether anything depends on the calendar. */
  readonly #hasCalendar: boolean;
  /** Whether a bar has to be finished even where no order waits. */
  readonly #callsMargin: boolean;
  #isStarted = false;
  /** Instant at which the next bar opens or closes; Infinity when there is none. */
  #next = Infinity;
  /** Opening of the newest bar that has closed at it; -Infinity when none has. */
  #newest = -Infinity;

  /**
   * @throws BacktabError `parameter_out_of_range` | `setting_invalid` for settings that cannot be run,
   *         `rate_missing` for a foreign currency without an exchange rate, `market_repeated`, `bars_unordered`,
   *         `ticks_out_of_order` and `length_mismatch` for instruments that cannot be run
   */
  constructor({ markets, strategy, settings, currency, rates = {}, broker }: EngineSetup) {
    checkSettings(settings);
    checkMarkets(markets);
    for (const { name, ticks } of markets) if (ticks) checkTicks(name, ticks);
    this.settings = settings;
    const base = currency ?? markets[0]?.currency ?? '';
    const foreign = markets.map((market) => market.currency ?? base).toSorted();
    this.currencies = [...new Set([base, ...foreign])];
    this.markets = markets.map(
      (market, k) => new MarketState(market, k, this.currencies.indexOf(market.currency ?? base), settings),
    );
    this.ledger = new Ledger(this.currencies.length);
    this.portfolio = new Portfolio(this.markets, this.ledger, this.currencies.length);
    this.#byName = this.portfolio.byName;
    this.#rates = new ExchangeRates(this.currencies, rates, this.portfolio.rates);
    this.log = new OrderLog(this.events);
    this.#settlement = new Settlement(settings.settlementDays);
    this.#execution = new Execution(settings, this.portfolio, this.log, this.events, this.#settlement, {
      onFill: (fill, order, market) => this.#take(fill, order, market),
    });
    const parts = { settings, portfolio: this.portfolio, execution: this.#execution, log: this.log };
    const hasTicks = this.markets.some(({ ticks }) => ticks !== null);
    const exchange =
      hasTicks && !broker ? new TickExchange(settings, this.portfolio, this.#execution, this.log) : null;
    const made = (broker ?? simulatedExchange)(parts);
    this.#broker = exchange ? new Venues(made, exchange) : made;
    this.#ticks = hasTicks ? this.#tickRun(exchange) : null;
    this.#risk = new RiskRules(settings, this.portfolio, this.events);
    const tally: TradeTally = { wins: 0, losses: 0, won: 0, lost: 0 };
    this.#roundTrips = new RoundTrips(this.markets.length, tally);
    const { portfolio, log } = this;
    const affords = this.#execution.affords.bind(this.#execution);
    this.#desk = new Desk({
      settings,
      portfolio,
      log,
      risk: this.#risk,
      broker: this.#broker,
      tally,
      affords,
    });
    this.#accrual = new Accrual(settings, portfolio, this.events, this.currencies);
    this.#actions =
      settings.actions === 'apply'
        ? new CorporateActions(portfolio, log, this.events, this.currencies)
        : null;
    this.#strategy = strategy;
    this.#account = new AccountSnapshot(portfolio);
    this.series = new SeriesBook(settings.capital, Math.max(0, ...this.markets.map(({ rows }) => rows)));
    this.#fillsAtClose = settings.marketFill === 'same_close';
    this.#hasCalendar =
      this.#accrual.isActive || settings.settlementDays > 0 || this.#execution.fees.hasTiers;
    this.#callsMargin = settings.marginCall === 'cover';
  }

  get fills(): readonly Fill[] {
    return this.#execution.fills;
  }

  /** All that it remembers, between two instants. */
  save(): EngineSnapshot {
    return {
      version: ENGINE_VERSION,
      isStarted: this.#isStarted,
      markets: this.markets.map((market) => market.save()),
      log: this.log.save(),
      events: this.events.save(),
      fills: this.#execution.fills.slice(),
      ledger: this.ledger.save(),
      series: this.series.save(),
      risk: this.#risk.save(),
      settlement: this.#settlement.save(),
      roundTrips: this.#roundTrips.save(),
      rates: this.#rates.save(),
      fees: this.#execution.fees.save(),
      accrualDay: this.#accrual.day,
      moment: this.#broker.moment,
      ticks: this.#ticks?.save() ?? null,
      strategy: this.#strategy.save?.() ?? null,
    };
  }

  /**
   * Goes on from a snapshot of an engine of the same setup.
   *
   * @throws BacktabError `snapshot_invalid` for one of another engine version or of other instruments
   */
  restore(snapshot: EngineSnapshot): void {
    const { markets } = snapshot;
    const fits =
      markets.length === this.markets.length && markets.every(({ row }, k) => row < this.markets[k]!.rows);
    if (snapshot.version !== ENGINE_VERSION || !fits) {
      throw new BacktabError('snapshot_invalid', { made: snapshot.version, engine: ENGINE_VERSION });
    }
    this.#isStarted = snapshot.isStarted;
    const orders = this.log.restore(snapshot.log);
    markets.forEach((state, k) => this.markets[k]!.restore(state, orders));
    this.events.restore(snapshot.events);
    refill(this.#execution.fills, snapshot.fills);
    this.ledger.restore(snapshot.ledger);
    this.series.restore(snapshot.series);
    this.#risk.restore(snapshot.risk);
    this.#settlement.restore(snapshot.settlement);
    this.#roundTrips.restore(snapshot.roundTrips);
    this.#rates.restore(snapshot.rates);
    this.#execution.fees.restore(snapshot.fees);
    this.#accrual.day = snapshot.accrualDay;
    this.#broker.moment = snapshot.moment;
    if (snapshot.ticks) this.#ticks?.restore(snapshot.ticks, orders);
    this.#strategy.restore?.(snapshot.strategy);
  }

  /**
   * More bars of an instrument have come: those it had, and new ones behind them.
   *
   * @throws BacktabError `bars_unordered` | `length_mismatch`
   */
  extend(market: number, bars: Bars): void {
    const state = this.markets[market];
    if (!state) return;
    checkBars(state.name, bars);
    state.extend(bars);
  }

  /**
   * More ticks of an instrument that has some have come, likewise.
   *
   * @throws BacktabError `ticks_out_of_order` | `length_mismatch`
   */
  extendTicks(market: number, ticks: Ticks): void {
    const state = this.markets[market];
    if (!state?.ticks) return;
    checkTicks(state.name, ticks, tickCount(state.ticks));
    state.ticks = ticks;
    this.#ticks?.extend(state);
  }

  /** Runs through everything that ends or begins up to and at an instant (Unix milliseconds). */
  runUntil(instant: number): void {
    if (!this.#isStarted) this.#start();
    this.#next = this.#nextInstant();
    for (;;) {
      if (this.#ticks) this.#ticks.run(this.#next, instant);
      if (this.#next === Infinity || this.#next > instant) return;
      this.#meet();
    }
  }

  /** Ends the run: what waits expires, and what is held is closed where the settings say so. */
  end(): void {
    if (!this.#isStarted) this.#start();
    this.#ticks?.end();
    const closesAll = this.settings.closeAtEnd === 'yes';
    for (const market of this.#byName) {
      this.log.moveTo(market.seenRow, market.seenTime);
      this.#broker.end(market);
      if (closesAll) this.#execution.closeAll(market);
    }
    if (closesAll) this.series.rewriteLast(this.portfolio);
    this.#strategy.onStop?.();
  }

  #start(): void {
    this.#isStarted = true;
    const { capital } = this.settings;
    this.ledger.postCash('deposit', -1, 0, capital);
    this.events.tell({
      kind: 'cash',
      bar: -1,
      time: NaN,
      cause: 'deposit',
      market: 0,
      currency: this.currencies[0]!,
      amount: capital,
    });
    this.#strategy.onStart?.();
  }

  #nextInstant(): number {
    return this.markets.reduce((next, { nextTime }) => Math.min(next, nextTime), Infinity);
  }

  /** What happens at the next instant. */
  #meet(): void {
    const markets = this.#byName;
    const time = this.#next;
    this.#ticks?.moveTo(time);
    this.#newest = -Infinity;
    for (let k = 0; k < markets.length; k++) {
      const market = markets[k]!;
      if (!market.isForming || market.nextTime !== time) continue;
      if (market.orders.length > 0 || this.#callsMargin) this.#broker.finish(market);
      market.close();
      if (market.bar.time > this.#newest) this.#newest = market.bar.time;
    }
    if (this.#rates.isMoving) this.#rates.moveTo(time);
    if (this.#newest > -Infinity) this.#seeBars();
    let opened = 0;
    let next = Infinity;
    for (let k = 0; k < markets.length; k++) {
      const market = markets[k]!;
      market.isNew = false;
      if (!market.isForming && market.nextTime === time) {
        market.open();
        opened += 1;
      }
      if (market.nextTime < next) next = market.nextTime;
    }
    if (opened === markets.length) this.#openBars(markets);
    else if (opened > 0) this.#openBars(markets.filter((market) => market.openedAt(time)));
    this.#next = next;
  }

  #openBars(opened: readonly MarketState[]): void {
    if (this.#hasCalendar) this.#enterTime(this.#next);
    if (this.#actions) for (const market of opened) if (market.hasActions) this.#actions.book(market);
    this.#broker.open(opened);
  }

  /** What depends on the calendar. */
  #enterTime(time: number): void {
    if (this.#accrual.isActive) this.#accrual.advance(time);
    if (this.settings.settlementDays > 0) this.#settlement.enterDay(Math.floor(time / 86_400_000));
    const { fees } = this.#execution;
    if (fees.hasTiers) fees.enterMonth(monthOf(time));
  }

  /**
   * The strategy sees the bars that have just closed, and asks for what comes next. The account's row is stamped as the
   * newest of them, or just before the instant where an earlier row has that time (bars of unlike intervals).
   */
  #seeBars(): void {
    const { markets } = this;
    const first = markets[0]!;
    const account = this.#account;
    this.portfolio.mark();
    const { equity } = this.portfolio.total;
    if (this.#risk.isActive) this.#meetRisk(first.seenRow, this.#newest, equity);
    const requests = this.#strategy.onBar(first.bar, first.index, account);
    for (let k = 0; k < requests.length; k++) this.#desk.take(requests[k]!, equity);
    if (this.#fillsAtClose) {
      for (const market of this.#byName) {
        if (!market.isNew || market.orders.length === 0) continue;
        this.log.moveTo(market.index, market.bar.time);
        this.#broker.fillAtClose(market);
      }
      this.portfolio.mark();
    }
    const time = this.#newest > this.series.last ? this.#newest : this.#next - 1;
    this.series.write(time, this.portfolio);
  }

  #meetRisk(row: number, time: number, equity: number): void {
    const halt = this.#risk.mark(row, time, equity);
    if (halt) this.#desk.halt(halt);
    if (halt && this.settings.riskHalt === 'flatten') this.#desk.flatten();
  }

  #tickRun(exchange: TickExchange | null): TickRun {
    const { portfolio, settings } = this;
    const listener = {
      onDay: (time: number) => this.#enterTime(time),
      onTick: (market: MarketState, tick: TradeTick | QuoteTick) => this.#seeTick(market, tick),
      onSpan: (start: number) => {
        portfolio.mark();
        this.series.write(start, portfolio);
      },
    };
    const hasBars = this.markets.some(({ bars, ticks }) => !ticks || bars !== NO_BARS);
    return new TickRun(this.#byName, exchange, listener, hasBars ? 0 : settings.markEveryMs);
  }

  /** The strategy is told of a tick, and asks for what comes next. */
  #seeTick(market: MarketState, tick: TradeTick | QuoteTick): void {
    const strategy = this.#strategy;
    if (this.#rates.isMoving) this.#rates.moveTo(market.seenTime);
    if (!strategy.onTick && !this.#risk.isActive) return;
    const account = this.#account;
    this.portfolio.mark();
    const { equity } = this.portfolio.total;
    if (this.#risk.isActive) this.#meetRisk(market.seenRow, market.seenTime, equity);
    if (!strategy.onTick) return;
    const requests = strategy.onTick(tick, account, market.position);
    for (let k = 0; k < requests.length; k++) this.#desk.take(requests[k]!, equity);
  }

  /** Books what a fill does to the account, and tells the strategy. */
  #take(fill: Fill, order: WorkingOrder, market: MarketState): void {
    const { side, effect, quantity, price, bar } = fill;
    if (effect === 'open') {
      const holding = market.opened(side);
      if (order.filled - quantity <= rounding(order.filled, market.lot) || holding.entries === 0)
        holding.entries += 1;
      holding.add(quantity, price, bar);
    } else {
      market.closed(side).take(quantity, market.lot);
      if (order.role !== 'signal' && market.closed(side).size === 0) market.closedAt = bar;
    }
    if (side === 'sell' || effect === 'close') this.#settlement.add(Math.max(0, proceedsOf(fill)));
    this.#rates.convert(fill, market, this.ledger, this.settings, this.events);
    const profit = this.#roundTrips.take(fill, market);
    if (!Number.isNaN(profit)) this.#risk.closed(bar, fill.time, profit);
    this.#strategy.onFill?.(fill);
  }
}

const proceedsOf = (fill: Fill): number =>
  fill.side === 'sell' ? fill.price * fill.quantity * fill.rate - fill.fee : 0;

/** A number that changes with the calendar month (UTC). */
function monthOf(time: number): number {
  const date = new Date(time);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}
