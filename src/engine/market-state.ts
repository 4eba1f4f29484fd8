import { barCount, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Market } from '../core/market';
import type { OrderId } from '../core/nominal';
import type { RunSettings } from '../core/settings';
import type { MarketView } from '../core/strategy';
import { BarCursor, isPrice } from './cursor';
import { Holding, type HoldingState } from './position';
import { AverageRange } from './average-range';
import type { WorkingOrder } from './working-order';
import { refill } from './refill';

const DAY_MS = 86_400_000;

/** What a snapshot keeps of it. */
export interface MarketSnapshot {
  readonly row: number;
  readonly index: number;
  readonly isForming: boolean;
  readonly mark: number;
  readonly liquidity: number;
  readonly liquidityRow: number;
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
  readonly detail: Bars | null;
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
  isForming = false;
  /** Instant at which the next bar opens, or the one under way closes; Infinity when there is none. */
  nextTime: number;
  /** Newest bar that has closed. */
  bar = new BarCursor();
  index = -1;
  isNew = false;
  /** Last close that was a price; NaN before. */
  mark = NaN;
  /** Row on which a stop or target last closed a position; -1 before. */
  closedAt = -1;

  readonly long = new Holding();
  readonly short = new Holding();
  readonly orders: WorkingOrder[] = [];
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
    this.detail = market.detail ?? null;
    this.lot = contract.lotSize ?? settings.lotSize;
    this.tick = contract.tickSize ?? settings.tickSize;
    this.minNotional = contract.minNotional ?? settings.minNotional;
    this.multiplier = contract.multiplier ?? settings.multiplier;
    this.barsPerYear = market.barsPerYear ?? 252;
    this.intervalMs = market.intervalMs ?? shortestStep(market.bars.time);
    this.currency = currency;
    this.#sessions = market.sessions ?? null;
    this.nextTime = this.#nextOpen();
  }

  get positionSize(): number {
    return this.long.size - this.short.size;
  }

  get entryPrice(): number {
    return this.#larger().entryPrice;
  }

  get barsHeld(): number {
    return this.index - this.#larger().entryBar;
  }

  get waiting(): number {
    return this.orders.length;
  }

  /** The next bar begins. */
  open(): void {
    this.row += 1;
    this.forming.read(this.bars, this.row);
    this.isForming = true;
    this.nextTime = this.#closing();
  }

  /** The bar under way is over and may be seen. */
  close(): void {
    this.isForming = false;
    this.index = this.row;
    [this.bar, this.forming] = [this.forming, this.bar];
    this.nextTime = this.#nextOpen();
    this.isNew = true;
    if (isPrice(this.bar.close)) this.mark = this.bar.close;
  }

  /** More bars have come: the same ones so far, and new ones behind them. */
  extend(bars: Bars): void {
    this.bars = bars;
    this.rows = barCount(bars);
    if (this.isForming) this.forming.read(bars, this.row);
    this.nextTime = this.isForming ? this.#closing() : this.#nextOpen();
  }

  /** State for a snapshot; waiting orders by their ids. */
  save(): MarketSnapshot {
    const { row, index, isForming, mark, liquidity, liquidityRow } = this;
    return {
      row,
      index,
      isForming,
      mark,
      liquidity,
      liquidityRow,
      long: this.long.save(),
      short: this.short.save(),
      orders: this.orders.map(({ id }) => id),
    };
  }

  /** Takes a snapshot over the same bars, or the same with more behind them. */
  restore(state: MarketSnapshot, orders: ReadonlyMap<OrderId, WorkingOrder>): void {
    const { row, index, isForming, mark, liquidity, liquidityRow } = state;
    Object.assign(this, { row, index, isForming, mark, liquidity, liquidityRow });
    if (index >= 0) this.bar.read(this.bars, index);
    if (isForming) this.forming.read(this.bars, row);
    this.long.restore(state.long);
    this.short.restore(state.short);
    refill(
      this.orders,
      state.orders.flatMap((id) => orders.get(id) ?? []),
    );
    this.nextTime = isForming ? this.#closing() : this.#nextOpen();
  }

  /** Whether the bar under way opened at this instant. */
  openedAt(time: number): boolean {
    return this.isForming && this.forming.time === time;
  }

  /** A bar is over after its interval, and at the latest when the next one opens. */
  #closing(): number {
    return Math.min(this.forming.time + this.intervalMs, this.#nextOpen());
  }

  #nextOpen(): number {
    return this.row + 1 < this.rows ? this.bars.time[this.row + 1]! : Infinity;
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
    const units = Math.floor(quantity / this.lot) * this.lot;
    return units > 0 && units < Infinity ? units : 0;
  }

  /** Whole lots in a quantity that was given as one: 0.3 is three lots of 0.1, though it divides to less. */
  wholeLots(quantity: number): number {
    const lots = quantity / this.lot;
    const nearest = Math.round(lots);
    return Math.abs(lots - nearest) <= nearest * 1e-12 ? nearest * this.lot : this.lots(quantity);
  }

  #larger(): Holding {
    return this.short.size > this.long.size ? this.short : this.long;
  }
}

/** Shortest time between two bars, 1 ms or more; a day when there is one bar. */
function shortestStep(time: Column): number {
  let shortest = Infinity;
  for (let i = 1; i < time.length; i++) {
    const step = time[i]! - time[i - 1]!;
    if (step < shortest) shortest = step;
  }
  return shortest === Infinity ? DAY_MS : Math.max(1, shortest);
}
