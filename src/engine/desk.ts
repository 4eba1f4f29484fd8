import type {
  BracketTerms,
  CancelRequest,
  EnterRequest,
  ExitRequest,
  OrderReason,
  OrderRequest,
  OrderTerms,
  PlainRequest,
  Side,
  TargetRequest,
} from '../core/order';
import type { RunSettings } from '../core/settings';
import { acceptance } from './acceptance';
import type { Broker } from './broker';
import { roundToTick } from './costs/tick';
import { isPrice } from './cursor';
import type { MarketState } from './market-state';
import { isGiven, ORDER_TYPES, typeOf } from './order-types';
import type { OrderLog } from './order-log';
import type { Portfolio } from './portfolio';
import { expectedUnits, isLeft, isQueued } from './queued-orders';
import { isLevel, termsRefusal, trailRefusal } from './refusals';
import type { RiskRules } from './risk/risk-rules';
import type { TradeTally } from './sizing/kelly';
import { unitsOf } from './sizing/units-of';
import { newOrder, type OrderDraft, type WorkingOrder } from './working-order';

/** Orders that one instrument may have waiting at once. */
const MOST_WAITING = 1000;

/** What the desk works with. */
export interface DeskParts {
  readonly settings: RunSettings;
  readonly portfolio: Portfolio;
  readonly log: OrderLog;
  readonly risk: RiskRules;
  readonly broker: Broker;
  readonly tally: TradeTally;
  /** Whether the account could open units at a price now, after closing `closing` units that stand against them. */
  affords(market: MarketState, side: Side, opening: number, closing: number, price: number): boolean;
}

/**
 * Turns what a strategy asks for into orders: their type, size and price, or the reason why there is none. It sees
 * the closed bar or received tick and the account, nothing later.
 */
export class Desk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /**
   * Takes one request at a close.
   *
   * @param equity  account value at that close
   */
  take(request: OrderRequest, equity: number): void {
    const market = this.#parts.portfolio.markets[request.market ?? 0];
    if (!market || market.seenRow < 0) return this.#refuseUnseen(request, market);
    this.#at(market);
    switch (request.kind) {
      case 'enter':
        return this.#enter(market, request, equity);
      case 'exit':
        return this.#exit(market, request);
      case 'order':
        return this.#plain(market, request, equity);
      case 'target':
        return this.#moveTo(market, request, equity);
      case 'cancel':
        return this.#cancel(market, request);
    }
  }

  /** An order for an instrument that the run does not have, or of which no bar has closed yet. */
  #refuseUnseen(request: OrderRequest, market: MarketState | undefined): void {
    const { portfolio, log } = this.#parts;
    const first = portfolio.markets[0];
    if (request.kind === 'cancel' || !first) return;
    this.#at(market ?? first);
    const draft = newOrder({
      market: market?.position ?? -1,
      side: 'side' in request ? request.side : 'sell',
      quantity: 0,
      tag: request.tag ?? '',
      reason: request.reason ?? '',
    });
    log.refuse(draft, market ? 'price_unknown' : 'market_unknown');
  }

  /** What happens now happens on the bar under way or the one that has closed; with ticks, on the one last seen. */
  #at({ ticks, atRow, atTime, seenRow, seenTime }: MarketState): void {
    if (ticks) this.#parts.log.moveTo(seenRow, seenTime);
    else this.#parts.log.moveTo(atRow, atTime);
  }

  /** Withdraws what would open a position, and makes what closes one do no more. */
  halt(reason: OrderReason): void {
    const { portfolio, broker } = this.#parts;
    for (const market of portfolio.byName) {
      this.#at(market);
      for (const order of market.orders.slice()) {
        if (order.effect === 'either' && market.closed(order.side).size > 0) order.effect = 'close';
        if (order.effect !== 'close') broker.withdraw(market, order, 'canceled', reason);
      }
    }
  }

  /** Closes everything at the next price. */
  flatten(): void {
    for (const market of this.#parts.portfolio.byName) {
      if (market.seenRow < 0) continue;
      this.#at(market);
      for (const position of ['long', 'short'] as const) {
        if (market[position].size > 0) this.#exit(market, { kind: 'exit', position, reason: 'risk rule' });
      }
    }
  }

  #enter(market: MarketState, request: EnterRequest, equity: number): void {
    const { side } = request;
    const best = this.#replace(market, request, (order) => order.side === side && order.effect !== 'close');
    const price = this.#reckonedPrice(market, request);
    const wanted = isPrice(price) ? this.#unitsOf(market, request, price, equity) : 0;
    const opposite = market.closed(side).size;
    const { oppositeEntry, accounting } = this.#parts.settings;
    const meets = accounting === 'netting' && opposite > 0;
    const isReversal = meets && oppositeEntry === 'reverse';
    const quantity = isReversal && wanted > 0 ? wanted + opposite : wanted;
    const draft = this.#draft(market, side, quantity, request, {
      effect: meets && oppositeEntry !== 'refuse' ? 'either' : 'open',
      bracket: this.#bracketOf(market, request),
      share: this.#shareOf(request),
      mostOpened: isReversal ? wanted : Infinity,
    });
    const opening = meets && oppositeEntry === 'reduce' ? Math.max(0, wanted - opposite) : wanted;
    const closing = quantity - opening;
    const refusal =
      this.#entryRefusal(market, request, opening) ??
      termsRefusal(market, draft, wanted) ??
      this.#bracketRefusal(market, draft, request) ??
      (opening > 0 ? this.#riskRefusal(market, draft, { units: opening, price, closing }, equity) : null) ??
      this.#fundsRefusal(market, draft, opening, price);
    this.#send(market, draft, refusal, best);
  }

  /** Share of free equity that becomes units at the fill; NaN where the size is known now. */
  #shareOf({ sizing }: EnterRequest): number {
    const isLate = this.#parts.settings.sizeAt === 'fill' && sizing.kind === 'percent_of_equity';
    return isLate ? sizing.percent / 100 : NaN;
  }

  /** Whether the account could pay for the order if it were filled at the price that it is reckoned at. */
  #fundsRefusal(market: MarketState, draft: OrderDraft, opening: number, price: number): OrderReason | null {
    const { settings, affords } = this.#parts;
    if (settings.fundsAt === 'fill' || opening === 0) return null;
    const closing = draft.effect === 'open' ? 0 : market.closed(draft.side).size;
    return affords(market, draft.side, opening, closing, price) ? null : 'cash_insufficient';
  }

  /** Whether the account may hold one more entry. */
  #entryRefusal(
    market: MarketState,
    { side, sizing, stop }: EnterRequest,
    opening: number,
  ): OrderReason | null {
    const { settings } = this.#parts;
    if (side === 'sell' && settings.shorting === 'refuse' && opening > 0) return 'shorting_refused';
    const hasClosed = market.closedAt === market.index;
    if (hasClosed && settings.entriesAfterExit === 'next_bar') return 'closed_on_this_bar';
    if (sizing.kind === 'risk_percent' && !isGiven(stop)) return 'stop_missing';
    let queued = 0;
    let same = 0;
    for (const order of market.orders) {
      if (order.role !== 'signal' || order.effect === 'close' || order.isLeaving) continue;
      queued += 1;
      if (order.side === side) same += 1;
    }
    const held = isLeft(market, side === 'buy' ? 'sell' : 'buy') ? 0 : market.opened(side).entries;
    if (held + same >= settings.pyramiding) return 'already_in_position';
    if (settings.accounting === 'hedging' || settings.oppositeEntry !== 'refuse') return null;
    const staysOpposite = market.closed(side).size > 0 && !isLeft(market, side);
    return staysOpposite || queued > same ? 'already_in_position' : null;
  }

  #exit(market: MarketState, request: ExitRequest): void {
    const position = request.position ?? (market.short.size > market.long.size ? 'short' : 'long');
    const held = market[position].size;
    const side = position === 'long' ? 'sell' : 'buy';
    const best = this.#replace(
      market,
      request,
      (order) => order.side === side && order.effect === 'close' && order.parent === null,
    );
    const { fraction = 1 } = request;
    const quantity = fraction >= 1 ? held : market.wholeLots(held * fraction);
    const draft = this.#draft(market, side, quantity, request, { effect: 'close' });
    const isGone = held === 0 || (draft.type === 'market' && isLeft(market, side));
    this.#send(market, draft, isGone ? 'no_position' : termsRefusal(market, draft, quantity), best);
  }

  #plain(market: MarketState, request: PlainRequest, equity: number): void {
    const isHedged = this.#parts.settings.accounting === 'hedging';
    const effect = request.reduceOnly ? 'close' : isHedged ? 'open' : 'either';
    const best = request.tag
      ? this.#replace(market, request, (order) => order.side === request.side && order.effect === effect)
      : NaN;
    const draft = this.#draft(market, request.side, market.wholeLots(request.units), request, { effect });
    this.#sendPlain(market, draft, equity, best);
  }

  #sendPlain(market: MarketState, draft: WorkingOrder, equity: number, best = NaN): void {
    const { effect, side, quantity } = draft;
    const against = effect === 'open' ? 0 : market.closed(side).size;
    const opening = effect === 'close' ? 0 : Math.max(0, quantity - against);
    this.#send(market, draft, this.#plainRefusal(market, draft, opening, against, equity), best);
  }

  #plainRefusal(
    market: MarketState,
    draft: OrderDraft,
    opening: number,
    against: number,
    equity: number,
  ): OrderReason | null {
    const refusal = termsRefusal(market, draft, draft.quantity);
    if (refusal) return refusal;
    if (draft.effect === 'close' && against === 0) return 'no_position';
    if (opening === 0) return null;
    if (draft.side === 'sell' && this.#parts.settings.shorting === 'refuse') return 'shorting_refused';
    const closing = Math.min(against, draft.quantity);
    return (
      this.#riskRefusal(market, draft, { units: opening, price: market.mark, closing }, equity) ??
      this.#fundsRefusal(market, draft, opening, market.mark)
    );
  }

  /** An order for the distance of the target from what is held once all that is queued for a price has filled. */
  #moveTo(market: MarketState, request: TargetRequest, equity: number): void {
    const { broker, log, portfolio } = this.#parts;
    for (const order of market.orders.slice()) {
      if (order.isTarget && !isQueued(order)) broker.withdraw(market, order, 'canceled', 'replaced');
    }
    const wanted = (request.weight * equity) / (market.mark * portfolio.rateOf(market));
    const units = Math.sign(wanted) * market.lots(Math.abs(wanted));
    const difference = units - expectedUnits(market);
    const quantity = units === 0 ? Math.abs(difference) : market.wholeLots(Math.abs(difference));
    const side = difference > 0 ? 'buy' : 'sell';
    const draft = this.#draft(market, side, quantity, request, { effect: 'either', isTarget: true });
    if (!isPrice(market.mark)) log.refuse(draft, 'price_unknown');
    else if (!Number.isFinite(wanted)) log.refuse(draft, 'size_below_one_lot');
    else if (quantity > 0) this.#sendPlain(market, draft, equity);
  }

  #cancel(market: MarketState, { tag }: CancelRequest): void {
    for (const order of market.orders.slice()) {
      if (!order.isLeaving && (tag === undefined || order.tag === tag)) {
        this.#parts.broker.withdraw(market, order, 'canceled', 'strategy_canceled');
      }
    }
  }

  /**
   * A new conditional entry or exit takes the place of the one that waits under its tag, so that a strategy may ask anew
   * on each bar; plain orders do so only under a tag of their own.
   *
   * @returns  the best price that a trailing stop among them had seen, from which a new one goes on; NaN without
   */
  #replace(market: MarketState, terms: OrderTerms, isSame: (order: WorkingOrder) => boolean): number {
    const { tag = '' } = terms;
    let best = NaN;
    if (typeOf(terms) === 'market') return best;
    for (const order of market.orders.slice()) {
      const isConditional = order.type !== 'market' && order.role === 'signal';
      if (isConditional && !order.isLeaving && order.tag === tag && order.filled === 0 && isSame(order)) {
        if (order.trail) best = order.best;
        this.#parts.broker.withdraw(market, order, 'canceled', 'replaced');
      }
    }
    return best;
  }

  #unitsOf(market: MarketState, request: EnterRequest, price: number, equity: number): number {
    const { portfolio, tally } = this.#parts;
    const units = unitsOf(request.sizing, {
      market,
      markets: portfolio.markets,
      price,
      rate: portfolio.rateOf(market),
      equity,
      stop: request.stop ?? NaN,
      tally,
    });
    return request.sizing.kind === 'units' ? market.wholeLots(units) : market.lots(units);
  }

  /** Price that sizes and limits are reckoned at. */
  #reckonedPrice(market: MarketState, terms: OrderTerms): number {
    if (!isPrice(market.price)) return NaN;
    if (isGiven(terms.limit)) return terms.limit;
    if (isGiven(terms.trigger)) return terms.trigger;
    return isGiven(terms.touch) ? terms.touch : market.price;
  }

  #bracketOf(market: MarketState, { side, stop, target, trailing }: EnterRequest): BracketTerms | null {
    if (!isGiven(stop) && !isGiven(target) && !trailing) return null;
    const sign = side === 'buy' ? -1 : 1;
    const levels = {
      stop: isGiven(stop) ? roundToTick(stop, market.tick, sign) : NaN,
      target: isGiven(target) ? roundToTick(target, market.tick, sign === 1 ? -1 : 1) : NaN,
    };
    return trailing ? { stop: levels.stop, target: levels.target, trailing } : levels;
  }

  #bracketRefusal(market: MarketState, draft: OrderDraft, request: EnterRequest): OrderReason | null {
    const { stop = NaN, target = NaN, trailing } = draft.bracket ?? {};
    const sign = request.side === 'buy' ? 1 : -1;
    const price = this.#reckonedPrice(market, request);
    if (!isLevel(stop) || !isLevel(target)) return 'price_invalid';
    if (sign * (stop - price) > 0) return 'stop_on_wrong_side';
    if (sign * (target - price) < 0) return 'target_on_wrong_side';
    return trailing ? trailRefusal(market, trailing) : null;
  }

  /** Whether the risk rules let an order open units at a price, after it has closed others. */
  #riskRefusal(
    market: MarketState,
    { side, group }: OrderDraft,
    opening: { readonly units: number; readonly price: number; readonly closing: number },
    equity: number,
  ): OrderReason | null {
    const { risk, portfolio } = this.#parts;
    if (!risk.isActive) return null;
    const rate = portfolio.rateOf(market);
    const value = opening.units * opening.price * rate;
    const closing = opening.closing * market.mark * rate;
    return risk.refusalOf({ market, side, group, value, closing, equity });
  }

  #draft(
    market: MarketState,
    side: Side,
    quantity: number,
    terms: OrderTerms,
    more: Pick<OrderDraft, 'effect'> & Partial<OrderDraft>,
  ): WorkingOrder {
    const type = typeOf(terms);
    const { wait, takes } = ORDER_TYPES[type];
    const level = wait === 'stop' ? terms.trigger : wait === 'touch' ? terms.touch : terms.limit;
    const against = side === 'buy' ? 1 : -1;
    const rounded = (price: number | undefined, sign: -1 | 1): number =>
      isGiven(price) ? roundToTick(price, market.tick, sign) : NaN;
    const inFavour = against === 1 ? -1 : 1;
    return newOrder({
      market: market.position,
      side,
      type,
      quantity,
      price: rounded(level, wait === 'stop' ? against : inFavour),
      limit: wait !== 'none' && takes === 'limit' ? rounded(terms.limit, inFavour) : NaN,
      trail: terms.trail ?? null,
      timeInForce: terms.timeInForce ?? 'gtc',
      expires: terms.expires ?? NaN,
      postOnly: terms.postOnly ?? false,
      group: terms.group ?? '',
      tag: terms.tag ?? '',
      reason: terms.reason ?? '',
      effect: more.effect,
      bracket: more.bracket ?? null,
      share: more.share ?? NaN,
      mostOpened: more.mostOpened ?? Infinity,
      isTarget: more.isTarget ?? false,
    });
  }

  /** @param best  price that a trailing stop has seen already; NaN without */
  #send(market: MarketState, order: WorkingOrder, refusal: OrderReason | null, best: number): void {
    const { log, broker, risk, settings } = this.#parts;
    const isCrowded = market.orders.length >= MOST_WAITING;
    const reason = refusal ?? (isCrowded ? 'too_many_orders' : null);
    if (reason) {
      log.refuse(order, reason);
      return;
    }
    log.submit(order, 'signal');
    const { trail } = order;
    const trailing = order.bracket?.trailing;
    if (trail) order.best = best;
    if (trail?.kind === 'atr') order.range = market.ranges.at(trail.period);
    if (trailing?.kind === 'atr') order.bracketRange = market.ranges.at(trailing.period);
    log.step(order, 'accepted', acceptance(order, settings, market.ticks !== null));
    risk.sent();
    broker.place(market, order);
  }
}
