import { barCount, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Market } from '../core/market';
import type { OrderId } from '../core/nominal';
import type { RunSettings } from '../core/settings';
import { QUOTE, type Ticks } from '../core/ticks';
import type { MarketView } from '../core/strategy';
import { BarCursor, isPrice } from './cursor';
import { Holding, type HoldingState } from './position';
import { AverageRange } from './average-range';
import { levelOf, waitsForRise, type WorkingOrder } from './working-order';
import { lotsIn, wholeLotsIn } from './lots';
import { traitsOf } from './order-traits';
import { refill } from './refill';

const DAY_MS = 86_400_000;

/** What a snapshot keeps of it. */
export interface MarketSnapshot {
  readonly row: number;
  readonly index: number;
  readonly mark: number;
  readonly atRow: number;
  readonly atTime: number;
  readonly seenRow: number;
  readonly seenTime: number;
  readonly price: number;
  readonly bid: number;
  readonly ask: number;
  readonly liquidity: number;
  readonly liquidityRow: number;
  readonly closedAt: number;
  readonly long: HoldingState;
  readonly short: HoldingState;
  readonly orders: readonly OrderId[];
}

/** One instrument while a run goes on: its facts, where its data stand, what is held and what waits. */
export class MarketState implements MarketView {
  readonly position: number;
  readonly name: string;
  bars: Bars;
  rows: number;
  /** Whether its data tell of splits, dividends or funding. */
  hasActions: boolean;
  readonly detail: Bars | null;
  /** Trades and quotes; null where its orders meet bars. */
  ticks: Ticks | null;
  readonly lot: number;
  readonly tick: number;
  readonly minNotional: number;
  readonly multiplier: number;
  readonly barsPerYear: number;
  /** Milliseconds from the open to the close of a bar. */
  readonly intervalMs: number;
  /** Row of its currency among the run's. */
  readonly currency: number;

  /** Bar that is under way, and its row; -1 before the first. */
  forming = new BarCursor();
  row = -1;
  /** Instant at which the next bar opens, or the one under way closes; Infinity when there is none. */
  nextTime = Infinity;
  /** Newest bar that has closed. */
  bar = new BarCursor();
  index = -1;
  isNew = false;
  /** Last close that was a price; NaN before. */
  mark = NaN;
  /** Row on which a stop or target last closed a position; -1 before. */
  closedAt = -1;

  /** Row and time at which things happen to its orders now: of the bar under way, or of the tick. */
  atRow = -1;
  atTime = NaN;
  /** Row and time of the newest bar or tick that the strategy has seen, -1 before the first. */
  seenRow = -1;
  seenTime = NaN;
  /** Price of that row, which requests are reckoned at; NaN while none is known. */
  price = NaN;
  /** Best prices of the newest quote that the strategy has seen; NaN without one. */
  bid = NaN;
  ask = NaN;

  readonly long = new Holding();
  readonly short = new Holding();
  readonly orders: WorkingOrder[] = [];
  /** Traits of the orders that have waited since there was none. */
  traits = 0;
  /** Whether an order came to life at a price within the bar under way. */
  hasBorn = false;
  /** Lowest price that has risen to what an order waits for, and highest that has fallen to it, once `learnReach` was called. */
  riseTo = NaN;
  fallTo = NaN;
  #knowsReach = false;
  /** Units that bar `liquidityRow` still has for all orders. */
  liquidity = Infinity;
  liquidityRow = -1;
  readonly ranges = new AverageRange(this);
  readonly #sessions: Column | null;

  /**
   * @param position  row among the run's instruments
   * @param currency  row of its currency
   */
  constructor(market: Market, position: number, currency: number, settings: RunSettings) {
    const { contract = {} } = market;
    this.position = position;
    this.name = market.name;
    this.bars = market.bars;
    this.rows = barCount(market.bars);
    this.hasActions = tellsActions(market.bars);
    this.detail = market.detail ?? null;
    this.ticks = market.ticks ?? null;
    this.lot = contract.lotSize ?? settings.lotSize;
    this.tick = contract.tickSize ?? settings.tickSize;
    this.minNotional = contract.minNotional ?? settings.minNotional;
    this.multiplier = contract.multiplier ?? settings.multiplier;
    this.barsPerYear = market.barsPerYear ?? 252;
    this.intervalMs = market.intervalMs ?? shortestStep(market.bars.time);
    this.currency = currency;
    this.#sessions = market.sessions ?? null;
    this.#awaitOpen();
  }

  /** Whether a bar has opened that has not closed yet. */
  get isForming(): boolean {
    return this.row !== this.index;
  }

  get positionSize(): number {
    return this.long.size - this.short.size;
  }

  get entryPrice(): number {
    return this.#larger().entryPrice;
  }

  get barsHeld(): number {
    return Math.max(0, this.seenRow - this.#larger().entryBar);
  }

  get waiting(): number {
    return this.orders.length;
  }

  /** Takes an order among those that wait. */
  wait(order: WorkingOrder): void {
    this.traits = this.orders.length === 0 ? traitsOf(order) : this.traits | traitsOf(order);
    this.orders.push(order);
    this.moved();
  }

  /** What orders wait for has changed. */
  moved(): void {
    this.#knowsReach = false;
  }

  /** Finds `riseTo` and `fallTo`: prices below the one and above the other surely reach no waiting order. */
  learnReach(): void {
    if (this.#knowsReach) return;
    let rise = Infinity;
    let fall = -Infinity;
    const { orders } = this;
    for (let k = 0; k < orders.length; k++) {
      const order = orders[k]!;
      const level = levelOf(order);
      if (Number.isNaN(level)) rise = -Infinity;
      else if (waitsForRise(order)) rise = Math.min(rise, level);
      else fall = Math.max(fall, level);
    }
    this.riseTo = rise;
    this.fallTo = fall;
    this.#knowsReach = true;
  }

  /** The next bar begins. */
  open(): void {
    const { forming } = this;
    this.row += 1;
    forming.read(this.bars, this.row);
    this.#awaitClose();
    if (this.ticks !== null) return;
    this.atRow = this.row;
    this.atTime = forming.time;
  }

  /** The bar under way is over and may be seen. */
  close(): void {
    const { forming, row } = this;
    const end = this.nextTime;
    this.forming = this.bar;
    this.bar = forming;
    this.index = row;
    this.#awaitOpen();
    this.isNew = true;
    if (this.ticks !== null) {
      this.seenTime = end;
      return;
    }
    const { close, tradable } = forming;
    if (tradable || isPrice(close)) this.mark = close;
    this.seenRow = row;
    this.seenTime = forming.time;
    this.price = tradable ? close : NaN;
  }

  /** The strategy is told a tick. */
  see(ticks: Ticks, row: number, time: number): void {
    const bid = ticks.bid[row]!;
    const ask = ticks.ask[row]!;
    this.seenRow = row;
    this.seenTime = time;
    if (ticks.kind[row] === QUOTE) {
      this.bid = bid;
      this.ask = ask;
    } else if (!(Number.isNaN(this.bid) && Number.isNaN(this.ask))) return;
    const hasBid = isPrice(bid);
    const hasAsk = isPrice(ask);
    if (!hasBid && !hasAsk) return;
    this.price = this.mark = hasBid && hasAsk ? (bid + ask) / 2 : hasBid ? bid : ask;
  }

  /** Price at which a position could be left now, as far as the strategy can know; NaN before the first. */
  leavingPrice(position: 'long' | 'short'): number {
    const shown = position === 'long' ? this.bid : this.ask;
    return isPrice(shown) ? shown : this.mark;
  }

  /** More bars have come: the same ones so far, and new ones behind them. */
  extend(bars: Bars): void {
    this.bars = bars;
    this.rows = barCount(bars);
    this.hasActions = tellsActions(bars);
    if (this.isForming) this.forming.read(bars, this.row);
    if (this.isForming) this.#awaitClose();
    else this.#awaitOpen();
  }

  /** State for a snapshot; waiting orders by their ids. */
  save(): MarketSnapshot {
    const { row, index, mark, liquidity, liquidityRow, closedAt } = this;
    const { atRow, atTime, seenRow, seenTime, price, bid, ask } = this;
    return {
      row,
      index,
      mark,
      atRow,
      atTime,
      seenRow,
      seenTime,
      price,
      bid,
      ask,
      liquidity,
      liquidityRow,
      closedAt,
      long: this.long.save(),
      short: this.short.save(),
      orders: this.orders.map(({ id }) => id),
    };
  }

  /** Takes a snapshot over the same bars, or the same with more behind them. */
  restore(state: MarketSnapshot, orders: ReadonlyMap<OrderId, WorkingOrder>): void {
    const { row, index, mark, liquidity, liquidityRow, closedAt } = state;
    const { atRow, atTime, seenRow, seenTime, price, bid, ask } = state;
    Object.assign(this, { row, index, mark, liquidity, liquidityRow, closedAt });
    Object.assign(this, { atRow, atTime, seenRow, seenTime, price, bid, ask });
    if (index >= 0) this.bar.read(this.bars, index);
    if (this.isForming) this.forming.read(this.bars, row);
    this.long.restore(state.long);
    this.short.restore(state.short);
    refill(
      this.orders,
      state.orders.flatMap((id) => orders.get(id) ?? []),
    );
    this.moved();
    this.traits = this.orders.reduce((traits, order) => traits | traitsOf(order), 0);
    if (this.isForming) this.#awaitClose();
    else this.#awaitOpen();
  }

  /** Whether the bar under way opened at this instant. */
  openedAt(time: number): boolean {
    return this.isForming && this.forming.time === time;
  }

  /** A bar is over after its interval, and at the latest when the next one opens. */
  #awaitClose(): void {
    this.#awaitOpen();
    const end = this.forming.time + this.intervalMs;
    if (end < this.nextTime) this.nextTime = end;
  }

  #awaitOpen(): void {
    this.nextTime = this.row + 1 < this.rows ? this.bars.time[this.row + 1]! : Infinity;
  }

  /** Number of the session of an instant: that of the bar under way, else the UTC day. */
  sessionAt(time: number): number {
    return this.#sessions && this.row >= 0 ? this.#sessions[this.row]! : Math.floor(time / DAY_MS);
  }

  /** Number of the session of a row. */
  sessionOf(row: number): number {
    return this.#sessions ? this.#sessions[row]! : Math.floor(this.bars.time[row]! / DAY_MS);
  }

  /** The side that an order of this side opens. */
  opened(side: 'buy' | 'sell'): Holding {
    return side === 'buy' ? this.long : this.short;
  }

  /** The side that an order of this side closes. */
  closed(side: 'buy' | 'sell'): Holding {
    return side === 'buy' ? this.short : this.long;
  }

  /** Whole lots in a quantity. */
  lots(quantity: number): number {
    return lotsIn(quantity, this.lot);
  }

  /** Whole lots in a quantity that was given as one. */
  wholeLots(quantity: number): number {
    return wholeLotsIn(quantity, this.lot);
  }

  #larger(): Holding {
    return this.short.size > this.long.size ? this.short : this.long;
  }
}

const tellsActions = ({ extra: { split, dividend, funding } }: Bars): boolean =>
  split !== undefined || dividend !== undefined || funding !== undefined;

/** Shortest time between two bars, 1 ms or more; a day when there is one bar. */
function shortestStep(time: Column): number {
  let shortest = Infinity;
  for (let i = 1; i < time.length; i++) {
    const step = time[i]! - time[i - 1]!;
    if (step < shortest) shortest = step;
  }
  return shortest === Infinity ? DAY_MS : Math.max(1, shortest);
}
