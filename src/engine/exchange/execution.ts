import type { Effect, Fill, OrderReason, Side } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import { FeeModel, newFeeAccount } from '../costs/fee';
import { isPrice } from '../cursor';
import type { EventBook } from '../event-book';
import type { MarketState } from '../market-state';
import type { OrderLog } from '../order-log';
import type { Portfolio } from '../portfolio';
import { rounding } from '../position';
import type { Settlement } from '../settlement';
import { newOrder, type WorkingOrder } from '../working-order';
import { bracketStart } from './bracket-start';
import { barOf, fillPriceOf, type FillPrice } from './fill-price';
import { freeFunds, fundsFor, mostWithin, type Funds } from './funds';
import { follow } from './trail';

/** At what price an order executes, and why. */
export interface Match {
  /** The market's price, without slippage. */
  readonly reference: number;
  readonly reason: OrderReason;
  /** Price within the bar, for orders that come to life by this one; NaN at the open. */
  readonly bornAt: number;
  /** Whether the order had rested before the price came to it. */
  readonly rested: boolean;
  /** Whether slippage comes on top, as it does unless the price was shown for the quantity. */
  readonly slips: boolean;
}

/** What executions tell: the account after each. */
export interface ExecutionListener {
  onFill(fill: Fill, order: WorkingOrder, market: MarketState): void;
}

/** Turns matches into fills: liquidity, costs, funds, books, and the orders that hang on an order. */
export class Execution {
  readonly fills: Fill[] = [];
  readonly fees: FeeModel;
  readonly #fillPrice: FillPrice;
  readonly #settings: RunSettings;
  readonly #portfolio: Portfolio;
  readonly #log: OrderLog;
  readonly #events: EventBook;
  readonly #settlement: Settlement;
  readonly #listener: ExecutionListener;

  constructor(
    settings: RunSettings,
    portfolio: Portfolio,
    log: OrderLog,
    events: EventBook,
    settlement: Settlement,
    listener: ExecutionListener,
  ) {
    this.fees = new FeeModel(settings);
    this.#fillPrice = fillPriceOf(settings);
    this.#settings = settings;
    this.#portfolio = portfolio;
    this.#log = log;
    this.#events = events;
    this.#settlement = settlement;
    this.#listener = listener;
  }

  /** Executes as much of an order as can be. What is left of it waits on, unless it says otherwise. */
  execute(market: MarketState, order: WorkingOrder, match: Match): void {
    if (!isWaiting(order)) return;
    this.#dropExcess(market, order);
    const against = market.closed(order.side).size;
    const wanted = order.quantity - order.filled;
    const closing = order.effect === 'open' ? 0 : Math.min(wanted, against);
    const opening = order.effect === 'close' ? 0 : wanted - closing;
    if (closing === 0 && opening <= 0) {
      this.withdraw(market, order, 'canceled', 'position_closed');
      return;
    }
    this.#refill(market);
    const available = market.liquidity === Infinity ? Infinity : market.lots(market.liquidity);
    if (available < closing + opening && !this.#takesPart(market, order, available)) return;
    const isWhole = order.timeInForce === 'fok' && closing > 0 && opening > 0;
    const shortfall = isWhole ? this.#reversalRefusal(market, order, match, opening, closing) : null;
    if (shortfall) return this.#refuseRest(market, order, shortfall);
    const closes = Math.min(closing, available);
    if (closes > 0) this.#fill(market, order, match, closes, 'close');
    const left = available - closes;
    if (opening > 0 && left > 0 && isWaiting(order)) {
      const refusal = this.#openingRefusal(market, order);
      const units = refusal ? 0 : this.#sized(market, order, match, opening);
      if (units > 0) this.#open(market, order, match, Math.min(units, left));
      else this.#refuseRest(market, order, refusal ?? 'size_below_one_lot');
    }
    if (isWaiting(order) && order.effect === 'close' && market.closed(order.side).size === 0) {
      this.withdraw(market, order, 'canceled', 'position_closed');
    }
  }

  /** A reversal whose position was closed another way has less to do. */
  #dropExcess(market: MarketState, order: WorkingOrder): void {
    if (order.mostOpened === Infinity) return;
    const left = order.quantity - order.filled;
    const most = market.closed(order.side).size + order.mostOpened - order.opened;
    if (left - most <= rounding(left, market.lot)) return;
    order.quantity = order.filled + most;
    this.#log.amended(order);
  }

  /** Why an order may not open anything, once it has closed `closing` units, though it might when it was sent; null when it may. */
  #openingRefusal(market: MarketState, order: WorkingOrder, closing = 0): OrderReason | null {
    const { accounting, shorting } = this.#settings;
    if (!isPrice(this.#portfolio.rateOf(market))) return 'price_unknown';
    if (order.side === 'sell' && shorting === 'refuse') return 'shorting_refused';
    const meets = accounting === 'netting' && market.closed(order.side).size > closing;
    return meets ? 'already_in_position' : null;
  }

  /** Why a reversal could not open once it had closed; null when it can, or opens a share of what will then be free. */
  #reversalRefusal(
    market: MarketState,
    order: WorkingOrder,
    match: Match,
    opening: number,
    closing: number,
  ): OrderReason | null {
    const refusal = this.#openingRefusal(market, order, closing);
    if (refusal || !Number.isNaN(order.share)) return refusal;
    const price = this.#priceOf(market, order, match, opening, 'open');
    return this.affords(market, order.side, opening, closing, price) ? null : 'cash_insufficient';
  }

  /** Ends an order of which nothing, or no more, can fill. */
  #refuseRest(market: MarketState, order: WorkingOrder, reason: OrderReason): void {
    this.withdraw(market, order, order.filled > 0 ? 'canceled' : 'rejected', reason);
  }

  /** Ends an order that waits, and those that waited for its fill to mean anything. */
  withdraw(
    market: MarketState,
    order: WorkingOrder,
    status: 'canceled' | 'expired' | 'rejected',
    reason: OrderReason,
  ): void {
    this.#remove(market, order);
    if (status === 'rejected') this.#log.reject(order, reason);
    else this.#log.step(order, status, reason);
  }

  /** Closes both sides of an instrument at its last close, with the costs of a market order. */
  closeAll(market: MarketState): void {
    for (const [position, side] of [
      ['long', 'sell'],
      ['short', 'buy'],
    ] as const) {
      const quantity = market[position].size;
      const reference = market.leavingPrice(position);
      if (quantity === 0 || !isPrice(reference)) continue;
      const draft = newOrder({
        market: market.position,
        side,
        quantity,
        effect: 'close',
        reason: 'end of data',
      });
      const order = this.#log.submit(draft, 'data_ended');
      this.#log.step(order, 'accepted', 'data_ended');
      market.liquidity = Infinity;
      market.liquidityRow = market.row;
      this.execute(market, order, {
        reference,
        reason: 'data_ended',
        bornAt: NaN,
        rested: false,
        slips: true,
      });
    }
  }

  /** Each bar offers its own volume, once; what a tick offers is told by the exchange. */
  #refill(market: MarketState): void {
    if (market.ticks || market.liquidityRow === market.row) return;
    market.liquidityRow = market.row;
    const { volumeShare } = this.#settings;
    const { volume } = barOf(market);
    market.liquidity = volumeShare === 0 ? Infinity : volumeShare * (volume > 0 ? volume : 0);
  }

  /** Whether the account could open units at a price now, after closing `closing` units that stand against them. */
  affords(market: MarketState, side: Side, opening: number, closing: number, price: number): boolean {
    const funds = this.#fundsAt(market, side, price, closing);
    const quantity = opening + closing;
    const value = quantity * price * this.#portfolio.rateOf(market);
    return funds.cover(opening, this.#costOf(market, value, quantity, 'taker'));
  }

  #fundsAt(market: MarketState, side: Side, price: number, closing = 0): Funds {
    return fundsFor(this.#portfolio, this.#settings, this.#settlement, market, side, price, closing);
  }

  /** Fee of a fill, with what the conversion of its currency costs. */
  #costOf(market: MarketState, value: number, quantity: number, liquidity: 'maker' | 'taker'): number {
    const { currencyCash, conversionBps } = this.#settings;
    const converts = market.currency !== 0 && currencyCash === 'convert';
    const fee = this.fees.estimate(value, quantity, liquidity);
    return converts ? fee + (value * conversionBps) / 10_000 : fee;
  }

  /** Whether an order goes on although its bar has too little volume for all of it. */
  #takesPart(market: MarketState, order: WorkingOrder, available: number): boolean {
    if (order.timeInForce === 'fok') {
      this.withdraw(market, order, 'expired', 'liquidity_exhausted');
      return false;
    }
    if (available > 0) return true;
    if (order.lastReason !== 'liquidity_exhausted') {
      this.#log.step(order, order.status, 'liquidity_exhausted');
    }
    return false;
  }

  #open(market: MarketState, order: WorkingOrder, match: Match, wanted: number): void {
    const liquidity = liquidityOf(order, match);
    const covers = (units: number): boolean => {
      const price = this.#priceOf(market, order, match, units, 'open');
      const value = units * price * this.#portfolio.rateOf(market);
      const cost = this.#costOf(market, value, units, liquidity);
      return units < MOST && value < MOST && this.#fundsAt(market, order.side, price).cover(units, cost);
    };
    let quantity = wanted;
    if (!covers(quantity)) {
      const shrinks = this.#settings.cashShortfall === 'shrink' && order.timeInForce !== 'fok';
      quantity = shrinks ? mostWithin(covers, wanted, market.lot) : 0;
      if (quantity === 0) {
        this.#refuseRest(market, order, 'cash_insufficient');
        return;
      }
      const later = order.quantity - order.filled - wanted;
      order.quantity = order.filled + quantity + later;
      this.#log.amended(order);
    }
    this.#fill(market, order, match, quantity, 'open');
    this.#raiseBracket(market, order, match, quantity);
  }

  /** Units of an order whose size is a share of what is free at its fill. */
  #sized(market: MarketState, order: WorkingOrder, match: Match, opening: number): number {
    if (Number.isNaN(order.share)) return opening;
    const price = this.#priceOf(market, order, match, opening, 'open');
    const value = price * this.#portfolio.rateOf(market);
    const budget = order.share * freeFunds(this.#portfolio, this.#settings, market, price);
    const liquidity = liquidityOf(order, match);
    const fits = (units: number): boolean =>
      units * value + this.#costOf(market, units * value, units, liquidity) <= budget;
    const units = mostWithin(fits, market.lots(budget / value), market.lot);
    order.share = NaN;
    if (units === opening || units === 0) return units;
    order.quantity += units - opening;
    if (order.mostOpened !== Infinity) order.mostOpened = order.opened + units;
    this.#log.amended(order);
    return units;
  }

  #priceOf(market: MarketState, order: WorkingOrder, match: Match, quantity: number, effect: Effect): number {
    return this.#fillPrice(order, match, barOf(market), quantity, market.tick, effect);
  }

  #fill(market: MarketState, order: WorkingOrder, match: Match, quantity: number, effect: Effect): void {
    const { side, id } = order;
    const price = this.#priceOf(market, order, match, quantity, effect);
    const rate = this.#portfolio.rateOf(market);
    const liquidity = liquidityOf(order, match);
    const account = (order.fees ??= newFeeAccount());
    const fee = this.fees.charge(account, price * quantity * rate, quantity, liquidity);
    const away = Math.abs(price - match.reference) * quantity;
    const fill: Fill = {
      order: id,
      market: market.position,
      bar: market.atRow,
      time: market.atTime,
      side,
      effect,
      quantity,
      price,
      rate,
      fee,
      slippage: away * rate,
      liquidity,
      reason: match.reason,
    };
    market.liquidity -= quantity;
    order.filled += quantity;
    if (effect === 'open') order.opened += quantity;
    this.#events.filled(fill, this.fills.push(fill) - 1);
    this.#portfolio.ledger.postFill(fill, market.multiplier, market.currency, away * market.multiplier);
    const isDone = order.quantity - order.filled <= rounding(order.quantity, market.lot);
    if (isDone) this.#remove(market, order);
    this.#log.step(order, isDone ? 'filled' : 'partially_filled', match.reason);
    this.#listener.onFill(fill, order, market);
    if (effect === 'close') this.#afterClose(market, order, quantity);
    if (order.group !== '') this.#withdrawGroup(order, market);
  }

  /** The stop and target of the same entry share its units: what one closed the others no longer can. */
  #afterClose(market: MarketState, order: WorkingOrder, quantity: number): void {
    const isFlat = market.closed(order.side).size === 0;
    for (const other of market.orders.slice()) {
      if (other === order || other.side !== order.side || other.effect !== 'close') continue;
      const isSibling = order.parent !== null && other.parent === order.parent;
      if (isSibling) {
        if (other.quantity - quantity - other.filled <= rounding(other.quantity, market.lot)) {
          this.withdraw(market, other, 'canceled', 'sibling_filled');
        } else {
          other.quantity -= quantity;
          this.#log.amended(other);
        }
      } else if (isFlat) {
        this.withdraw(market, other, 'canceled', 'position_closed');
      }
    }
  }

  #withdrawGroup(order: WorkingOrder, own: MarketState): void {
    const { atTime: time } = own;
    for (const market of this.#portfolio.byName) {
      for (const other of market.orders.slice()) {
        if (other === order || other.group !== order.group) continue;
        this.#log.moveTo(market.atRow, time);
        this.withdraw(market, other, 'canceled', 'sibling_filled');
      }
    }
    this.#log.moveTo(own.atRow, time);
  }

  /** Stop, target and trailing stop of an entry: made by its first fill, grown by the next ones. */
  #raiseBracket(market: MarketState, entry: WorkingOrder, match: Match, quantity: number): void {
    const { bracket } = entry;
    if (!bracket) return;
    const { stop = NaN, target = NaN, trailing } = bracket;
    const kept = market.orders.filter((order) => order.parent === entry.id);
    for (const child of kept) {
      child.quantity += quantity;
      this.#log.amended(child);
    }
    if (kept.length > 0) return;
    if (!Number.isNaN(stop)) this.#child(market, entry, match, quantity, 'stop_market', stop);
    if (trailing) this.#child(market, entry, match, quantity, 'trailing_stop_market', NaN);
    if (!Number.isNaN(target)) this.#child(market, entry, match, quantity, 'limit', target);
  }

  #child(
    market: MarketState,
    entry: WorkingOrder,
    match: Match,
    quantity: number,
    type: 'stop_market' | 'trailing_stop_market' | 'limit',
    price: number,
  ): void {
    const isTrailing = type === 'trailing_stop_market';
    const child = this.#log.submit(
      newOrder({
        parent: entry.id,
        market: market.position,
        side: entry.side === 'buy' ? 'sell' : 'buy',
        role: type === 'limit' ? 'target' : 'stop',
        effect: 'close',
        type,
        quantity,
        price,
        trail: isTrailing ? (entry.bracket?.trailing ?? null) : null,
        tag: entry.tag,
        reason: type === 'limit' ? 'target' : isTrailing ? 'trailing stop' : 'stop',
      }),
      'bracket_of_entry',
    );
    this.#log.step(child, 'accepted', 'bracket_of_entry');
    child.activeFrom = bracketStart(this.#settings, market, entry);
    child.bornAt = match.bornAt;
    if (!Number.isNaN(child.bornAt)) market.hasBorn = true;
    child.range = entry.bracketRange;
    if (isTrailing) follow(child, match.reference, market.tick);
    market.wait(child);
  }

  #remove(market: MarketState, order: WorkingOrder): void {
    const { orders } = market;
    const at = orders.indexOf(order);
    if (at < 0) return;
    for (let k = at + 1; k < orders.length; k++) orders[k - 1] = orders[k]!;
    orders.pop();
    market.moved();
  }
}

/** Units and value (account currency) that no fill opens, since sums of more would lose whole units in f64. */
const MOST = 1e18;

/** Whether an order can still fill. */
export const isWaiting = ({ status }: WorkingOrder): boolean =>
  status === 'accepted' || status === 'partially_filled' || status === 'submitted';

const liquidityOf = (order: WorkingOrder, { rested }: Match): 'maker' | 'taker' =>
  rested && order.rule.takes === 'limit' ? 'maker' : 'taker';
