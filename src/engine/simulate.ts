import { barCount, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Fill, OrderRecord, Trade } from '../core/order';
import type { RunSeries, RunSettings } from '../core/run';
import type { AccountView, Strategy } from '../core/strategy';
import { BarCursor, isPrice } from './cursor';
import { Desk } from './desk';
import { Ledger, type Posting } from './ledger';
import type { Execution } from './matching/execution';
import { feePercent } from './models/fee-percent';
import { OrderLog, type WorkingOrder } from './order-log';
import { checkSettings } from './settings';
import { tradesOf } from './trades';

/** What a run needs. */
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
  /** The books: every movement of money, in order. */
  readonly journal: readonly Posting[];
}

/**
 * Runs a strategy over bars, exactly and in f64.
 *
 * Inside a bar: orders queued at the previous close fill at the open, exits first; then the bracket
 * is held against the open, then against the range, the stop before the target (`pessimistic`); then
 * the strategy sees the closed bar and asks for the future. The bar and the account that it is given are the
 * same two objects on every call and valid only during the call.
 *
 * A bar whose open, high, low or close is not a finite number above zero is not traded on: an entry
 * queued for it is rejected (`price_unknown`), an exit waits for the next open, the bracket waits,
 * and the account is marked at the last close that was a price. A position open after the last bar stays open.
 *
 * @throws BacktabError `parameter_out_of_range` | `setting_invalid` for settings that cannot be run
 */
export function simulate({ bars, strategy, settings }: SimulationInput): Simulation {
  checkSettings(settings);
  const ledger = new Ledger(settings.capital);
  const log = new OrderLog();
  const fills: Fill[] = [];
  const cursor = new BarCursor(bars);
  const feeOf = feePercent(settings.feePercent);
  const length = barCount(bars);
  let row = 0;

  const execute = (order: WorkingOrder, { price, reference, reason }: Execution, opens: boolean): boolean => {
    const value = price * order.quantity;
    const fee = feeOf(value);
    if (opens && value + fee > ledger.cash) return false;
    const { id, side, quantity } = order;
    const slippage = Math.abs(price - reference) * quantity;
    const fill: Fill = {
      order: id,
      bar: row,
      time: cursor.time,
      side,
      quantity,
      price,
      fee,
      slippage,
      reason,
    };
    fills.push(fill);
    ledger.post(fill);
    log.step(order, 'filled', reason);
    strategy.onFill?.(fill);
    return true;
  };

  const desk = new Desk(log, ledger, settings, execute);
  const account = new Account();
  const book = new SeriesBook(bars.time, settings.capital);
  let mark = NaN;

  strategy.onStart?.();
  for (; row < length; row++) {
    cursor.moveTo(row);
    log.moveTo(row, cursor.time);
    if (desk.isBusy) desk.cross(cursor);
    if (isPrice(cursor.close)) mark = cursor.close;
    account.read(ledger, mark, row);
    book.write(row, account, mark);
    for (const request of strategy.onBar(cursor, row, account)) desk.take(request, cursor, account.equity);
  }
  desk.end();
  strategy.onStop?.();

  const orders = log.records();
  const trades = tradesOf(fills, orders, bars, mark);
  return { settings, orders, fills, trades, series: book.series, journal: ledger.journal };
}

/** The account view of the strategy, reused for every bar. */
class Account implements AccountView {
  equity = NaN;
  cash = NaN;
  positionSize = 0;
  entryPrice = NaN;
  barsHeld = NaN;

  read(ledger: Ledger, mark: number, row: number): void {
    this.equity = ledger.equity(mark);
    this.cash = ledger.cash;
    this.positionSize = ledger.size;
    this.entryPrice = ledger.entryPrice;
    this.barsHeld = row - ledger.entryBar;
  }
}

/** The columns of a run while they grow. */
class SeriesBook {
  readonly series: RunSeries;
  readonly #equity: Column;
  readonly #cash: Column;
  readonly #exposure: Column;
  readonly #drawdown: Column;
  #peak: number;

  constructor(time: Column, capital: number) {
    const column = (): Column => new Float64Array(time.length);
    this.#equity = column();
    this.#cash = column();
    this.#exposure = column();
    this.#drawdown = column();
    this.#peak = capital;
    this.series = {
      time,
      equity: this.#equity,
      cash: this.#cash,
      exposure: this.#exposure,
      drawdown: this.#drawdown,
    };
  }

  write(row: number, account: Account, mark: number): void {
    const equity = account.equity;
    if (equity > this.#peak) this.#peak = equity;
    this.#equity[row] = equity;
    this.#cash[row] = account.cash;
    this.#exposure[row] = account.positionSize === 0 ? 0 : (account.positionSize * mark) / equity;
    this.#drawdown[row] = 1 - equity / this.#peak;
  }
}
