import type { RunEvent } from '../../src/core/event';
import type { Fill, OrderRecord } from '../../src/core/order';
import { Engine } from '../../src/engine/engine';
import { EventFold, foldEvents } from '../../src/core/event-fold';
import type { MarketState } from '../../src/engine/market-state';
import { simulationOf, type Simulation } from '../../src/engine/simulate';
import { ORDER_TYPES } from '../../src/engine/order-types';
import type { RandomRun } from './random-run';

const isPrice = (value: number): boolean => value > 0 && value < Infinity;

/** A run that has ended, and the first of its promises that it broke. */
export interface WatchedRun {
  readonly engine: Engine;
  readonly simulation: Simulation;
  /** Empty when it kept all. */
  readonly broken: string;
}

/**
 * Runs to the end and looks at each row and each fill whether the engine keeps what it promises, from its events and the
 * bars alone: so a promise that only the engine's own sums keep is seen to be broken.
 */
export function watch({ markets, settings, currency, rates, strategy }: RandomRun): WatchedRun {
  const plain = strategy();
  const broken: string[] = [];
  const say = (text: string): void => void broken.push(text);
  let asked = 0;
  let numbered = 0;
  let hasEnded = false;
  const engine: Engine = new Engine({
    markets,
    settings,
    currency,
    rates,
    strategy: {
      ...plain,
      onBar(...call) {
        const requests = plain.onBar(...call);
        asked = requests.filter(({ kind }) => kind !== 'cancel' && kind !== 'target').length;
        numbered = engine.log.lastId;
        return requests;
      },
      onFill: (fill) => lookAtFill(engine, fill, say),
    },
  });
  const books = new Books(engine, currency);
  const { series } = engine;
  const write = series.write.bind(series);
  series.write = (time, portfolio) => {
    if (engine.log.lastId - numbered < asked) say(`a request vanished at ${time}`);
    write(time, portfolio);
    books.lookAtRow(time, hasEnded, say);
  };
  engine.runUntil(Infinity);
  hasEnded = true;
  engine.end();
  books.lookAtEnd(say);
  const simulation = simulationOf(engine);
  lookAtOrders(simulation, say);
  lookAtFold(engine, simulation, currency, say);
  lookAtLiquidity(engine, simulation.fills, say);
  lookAtGrid(engine, simulation, say);
  if (engine.currencies.length === 1) lookAtProfit(simulation, say);
  return { engine, simulation, broken: broken[0] ?? '' };
}

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * scale + 1e-6;

/** The account as its events make it, beside the engine's. */
class Books {
  readonly #engine: Engine;
  readonly #fold: EventFold;
  readonly #marks: Float64Array;
  readonly #rows: Int32Array;
  /** Money that has moved, which is what rounding goes by. */
  #moved = 0;
  #time = -Infinity;

  constructor(engine: Engine, currency: string) {
    this.#engine = engine;
    const names = engine.currencies;
    this.#fold = new EventFold(
      engine.markets.map(({ multiplier, currency: row }) => ({ multiplier, currency: names[row]! })),
      currency,
    );
    const tell = engine.events.tell.bind(engine.events);
    engine.events.tell = (event) => {
      this.#take(event);
      tell(event);
    };
    const book = engine.events.filled.bind(engine.events);
    engine.events.filled = (fill, row) => {
      this.#take({ kind: 'fill', bar: fill.bar, time: fill.time, fill });
      book(fill, row);
    };
    this.#marks = new Float64Array(engine.markets.length).fill(NaN);
    this.#rows = new Int32Array(engine.markets.length).fill(-1);
  }

  /** @param isLast  whether the last row is written again, after everything was closed */
  lookAtRow(time: number, isLast: boolean, say: (text: string) => void): void {
    const engine = this.#engine;
    this.#takeCloses();
    if (isLast ? time !== this.#time : !(time > this.#time))
      say(`the row of ${time} is not later than the last`);
    this.#time = time;
    const { total } = engine.portfolio;
    const { cash, net } = this.#value();
    const scale = this.#moved + Math.abs(net);
    if (!near(total.cash, cash, scale)) say(`cash is ${total.cash} at ${time}, its events say ${cash}`);
    if (!near(total.equity, cash + net, scale))
      say(`equity is ${total.equity} at ${time}, not ${cash + net}`);
    for (const market of engine.markets) this.#lookAtPosition(market, say);
  }

  /** The journal's legs, once the run is over. */
  lookAtEnd(say: (text: string) => void): void {
    const currencies = this.#engine.currencies.length;
    let entry = -1;
    let size = 0;
    let sums = new Float64Array(currencies);
    const finish = (): void => {
      if (!sums.every((sum) => near(sum, 0, size)))
        say(`the legs of entry ${entry} come to ${[...sums].join(', ')}`);
    };
    for (const posting of this.#engine.ledger.journal) {
      if (posting.entry !== entry) {
        finish();
        [entry, size, sums] = [posting.entry, 0, new Float64Array(currencies)];
      }
      sums[posting.currency]! += posting.amount;
      size += Math.abs(posting.amount);
    }
    finish();
  }

  #take(event: RunEvent): void {
    if (event.kind === 'fill')
      this.#moved += Math.abs(event.fill.price * event.fill.quantity * event.fill.rate);
    else if (event.kind === 'cash') this.#moved += Math.abs(event.amount);
    else if (event.kind === 'split') this.#marks[event.market]! /= event.ratio;
    else return;
    this.#fold.apply(event);
  }

  #takeCloses(): void {
    this.#engine.markets.forEach(({ index, bars }, k) => {
      if (index === this.#rows[k]) return;
      this.#rows[k] = index;
      if (isPrice(bars.close[index]!)) this.#marks[k] = bars.close[index]!;
    });
  }

  #value(): { cash: number; net: number } {
    const { currencies, markets, portfolio } = this.#engine;
    let cash = 0;
    currencies.forEach((name, k) => {
      const amount = this.#fold.cash.get(name) ?? 0;
      if (amount !== 0) cash += amount * portfolio.rates[k]!;
    });
    let net = 0;
    markets.forEach((market, k) => {
      const size = this.#fold.sizeOf(k);
      if (Math.abs(size) > 1e-9) net += size * this.#marks[k]! * portfolio.rateOf(market);
    });
    return { cash, net };
  }

  #lookAtPosition(market: MarketState, say: (text: string) => void): void {
    const { long, short, name, position } = market;
    const { accounting, shorting } = this.#engine.settings;
    if (!near(long.size - short.size, this.#fold.sizeOf(position), 1 + long.size + short.size))
      say(`${name} holds ${long.size - short.size}, its fills come to ${this.#fold.sizeOf(position)}`);
    if (accounting === 'netting' && long.size > 0 && short.size > 0) say(`${name} is long and short at once`);
    if (shorting === 'refuse' && short.size > 0) say(`${name} is short`);
    if (long.size < 0 || short.size < 0) say(`${name} holds less than nothing`);
  }
}

/** What must be true of each fill when it happens. */
function lookAtFill(engine: Engine, fill: Fill, say: (text: string) => void): void {
  const { settings, portfolio, markets } = engine;
  const market = markets[fill.market]!;
  const { quantity, price, rate, fee, slippage, bar, side, effect, reason } = fill;
  const { open, high, low, close } = market.bars;
  if (!(quantity > 0 && quantity < Infinity && isPrice(price) && isPrice(rate))) {
    say(`a fill of ${quantity} at ${price}, rate ${rate}`);
  }
  if (!Number.isFinite(fee) || !(slippage >= 0)) say(`a fill with fee ${fee} and slippage ${slippage}`);
  const reference = price - ((side === 'buy' ? 1 : -1) * slippage) / (quantity * rate);
  const prices = [open[bar]!, high[bar]!, low[bar]!, close[bar]!];
  if (reason !== 'data_ended') {
    const slack = 1e-9 * price;
    const isWithin = reference <= Math.max(...prices) + slack && reference >= Math.min(...prices) - slack;
    if (!isWithin) say(`a fill at ${reference} (${reason}) outside of bar ${bar}: ${prices.join(' ')}`);
    if (!prices.every(isPrice)) say(`a fill on bar ${bar}, which has no price`);
  }
  const needsFunds = settings.cashShortfall !== 'allow' && settings.shortMargin === 'required';
  if (effect === 'close' || !needsFunds) return;
  const gross = portfolio.grossBut(market) + (market.long.size + market.short.size) * price * rate;
  const short = -1e-9 * gross - 1e-6;
  if (portfolio.equityAt(market, price) - gross / settings.leverage < short)
    say(`a fill on bar ${bar} left positions of ${gross} on equity of ${portfolio.equityAt(market, price)}`);
  if (settings.leverage <= 1 && side === 'buy' && portfolio.cash < short)
    say(`a purchase on bar ${bar} left cash of ${portfolio.cash}`);
}

/** A run is its events: the orders that they make are those that it tells. */
function lookAtFold(engine: Engine, run: Simulation, currency: string, say: (text: string) => void): void {
  const markets = engine.markets.map((market) => ({
    multiplier: market.multiplier,
    currency: engine.currencies[market.currency]!,
  }));
  const folded = foldEvents(run.events, markets, currency).orders;
  const brief = ({ id, quantity, filled, status, events }: OrderRecord): string =>
    `${id}: ${filled} of ${quantity}, ${status} after ${events.length} steps`;
  run.orders.forEach((order, k) => {
    const other = folded[k];
    if (!other || brief(order) !== brief(other))
      say(`order ${brief(order)}; by its events ${other && brief(other)}`);
  });
  if (folded.length !== run.orders.length) say(`${run.orders.length} orders, ${folded.length} by the events`);
}

const ENDS: ReadonlySet<string> = new Set(['filled', 'canceled', 'rejected', 'expired']);

function lookAtOrders({ orders, fills }: Simulation, say: (text: string) => void): void {
  const filled = new Map<number, number>();
  for (const { order, quantity } of fills) filled.set(order, (filled.get(order) ?? 0) + quantity);
  let last = 0;
  for (const order of orders) {
    if (!(order.id > last)) say(`order ${order.id} comes after ${last}`);
    last = order.id;
    lookAtTimeline(order, say);
    const sum = filled.get(order.id) ?? 0;
    filled.delete(order.id);
    if (order.filled > 0 !== sum > 0) say(`order ${order.id} says ${order.filled} filled, its fills ${sum}`);
    if (order.filled > order.quantity * (1 + 1e-9))
      say(`order ${order.id} filled more than its ${order.quantity}`);
    if (order.status === 'filled' && !near(order.filled, order.quantity, order.quantity))
      say(`order ${order.id} is filled with ${order.filled} of ${order.quantity}`);
  }
  if (filled.size > 0) say(`fills of orders that are not there: ${[...filled.keys()].join(', ')}`);
}

function lookAtTimeline({ id, events, status }: OrderRecord, say: (text: string) => void): void {
  if (!ENDS.has(status) || events.at(-1)?.status !== status) say(`order ${id} ends as ${status}`);
  if (events[0]?.status !== 'submitted') say(`order ${id} begins as ${events[0]?.status}`);
  const ends = events.filter((event) => ENDS.has(event.status));
  if (ends.length !== 1 && !(ends.length === 2 && status === 'rejected'))
    say(`order ${id} ends ${ends.length} times`);
  for (let k = 1; k < events.length; k++) {
    if (events[k]!.bar < events[k - 1]!.bar) say(`order ${id} goes back in time`);
  }
}

/** No bar gives more than its share of its volume, however many orders take from it. */
function lookAtLiquidity(
  { settings, markets }: Engine,
  fills: readonly Fill[],
  say: (text: string) => void,
): void {
  if (settings.volumeShare === 0) return;
  const taken = new Map<string, number>();
  for (const { market, bar, quantity, reason } of fills) {
    if (reason === 'data_ended') continue;
    const key = `${market} ${bar}`;
    const sum = (taken.get(key) ?? 0) + quantity;
    taken.set(key, sum);
    const volume = markets[market]!.bars.volume[bar]!;
    if (sum > settings.volumeShare * volume * (1 + 1e-9))
      say(`${sum} units of bar ${bar}, whose volume is ${volume}`);
  }
}

/** Fills are whole lots, and limits are never passed, in instruments without splits. */
function lookAtGrid(
  engine: Engine,
  { fills, orders, events }: Simulation,
  say: (text: string) => void,
): void {
  const hasSplit = new Set(events.flatMap((event) => (event.kind === 'split' ? [event.market] : [])));
  const byId = new Map(orders.map((order) => [order.id, order]));
  for (const { market, order, quantity, price, side } of fills) {
    if (hasSplit.has(market)) continue;
    const lots = quantity / engine.markets[market]!.lot;
    if (!near(lots, Math.round(lots), lots)) say(`a fill of ${quantity} units, which are no whole lots`);
    const { type, price: level, limit } = byId.get(order)!;
    if (ORDER_TYPES[type].takes !== 'limit') continue;
    const worst = Number.isNaN(limit) ? level : limit;
    if (side === 'buy' ? price > worst : price < worst)
      say(`a ${side} at ${price}, past its limit of ${worst}`);
  }
}

/** In one currency: what the trades came to, with money that moved without a fill, is the change of equity. */
function lookAtProfit({ trades, series, settings, events }: Simulation, say: (text: string) => void): void {
  let sum = 0;
  let moved = 0;
  for (const { pnl, entryPrice, quantity } of trades) {
    sum += pnl;
    moved += Math.abs(pnl) + entryPrice * quantity;
  }
  for (const event of events) {
    if (event.kind === 'cash' && event.cause !== 'deposit') sum += event.amount;
  }
  const last = series.equity.at(-1) ?? settings.capital;
  if (!near(settings.capital + sum, last, settings.capital + moved)) {
    say(`equity ends at ${last}, the trades say ${settings.capital + sum}`);
  }
}
