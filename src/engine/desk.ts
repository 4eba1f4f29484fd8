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
import type { Broker } from './broker';
import { roundToTick } from './costs/tick';
import { isPrice } from './cursor';
import type { MarketState } from './market-state';
import { isGiven, ORDER_TYPES, typeOf } from './order-types';
import type { OrderLog } from './order-log';
import type { Portfolio } from './portfolio';
import { termsRefusal } from './refusals';
import type { RiskRules } from './risk/risk-rules';
import type { TradeTally } from './sizing/kelly';
import { unitsOf } from './sizing/units-of';
import { draftOf, type OrderDraft, type WorkingOrder } from './working-order';

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
    if (!market || market.seenRow < 0) return;
    this.#parts.log.moveTo(market.seenRow, market.seenTime);
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

  /** Closes everything at the next price and withdraws what would open more. */
  flatten(): void {
    const { portfolio, broker } = this.#parts;
    for (const market of portfolio.markets) {
      for (const order of market.orders.slice()) {
        if (order.effect !== 'close') broker.withdraw(market, order, 'canceled', 'position_closed');
      }
      if (market.seenRow < 0) continue;
      this.#parts.log.moveTo(market.seenRow, market.seenTime);
      for (const position of ['long', 'short'] as const) {
        if (market[position].size > 0) this.#exit(market, { kind: 'exit', position, reason: 'risk rule' });
      }
    }
  }

  #enter(market: MarketState, request: EnterRequest, equity: number): void {
    const { side } = request;
    this.#replace(market, request, (order) => order.side === side && order.effect !== 'close');
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
    });
    const refusal =
      this.#entryRefusal(market, request, opposite) ??
      termsRefusal(market, draft, wanted) ??
      this.#bracketRefusal(market, draft, request) ??
      this.#riskRefusal(market, wanted * price, equity);
    this.#send(market, draft, refusal);
  }

  /** Whether the account may hold one more entry. */
  #entryRefusal(market: MarketState, { side }: EnterRequest, opposite: number): OrderReason | null {
    const { settings } = this.#parts;
    if (side === 'sell' && settings.shorting === 'refuse' && opposite === 0) return 'shorting_refused';
    const isLeaving = (leaves: Side): boolean =>
      market.orders.some(
        (order) =>
          order.role === 'signal' &&
          order.effect === 'close' &&
          order.type === 'market' &&
          order.side === leaves,
      );
    const staysSame = !isLeaving(side === 'buy' ? 'sell' : 'buy');
    const queued = market.orders.filter(
      (order) => order.role === 'signal' && order.effect !== 'close' && !order.isLeaving,
    );
    const same = queued.filter((order) => order.side === side).length;
    const held = staysSame ? market.opened(side).entries : 0;
    if (held + same >= settings.pyramiding) return 'already_in_position';
    if (settings.accounting === 'hedging' || settings.oppositeEntry !== 'refuse') return null;
    const staysOpposite = opposite > 0 && !isLeaving(side);
    return staysOpposite || queued.length > same ? 'already_in_position' : null;
  }

  #exit(market: MarketState, request: ExitRequest): void {
    const position = request.position ?? (market.short.size > market.long.size ? 'short' : 'long');
    const held = market[position].size;
    const side = position === 'long' ? 'sell' : 'buy';
    this.#replace(
      market,
      request,
      (order) => order.side === side && order.effect === 'close' && order.parent === null,
    );
    const { fraction = 1 } = request;
    const quantity = fraction < 1 ? market.lots(held * fraction) : held;
    const draft = this.#draft(market, side, quantity, request, { effect: 'close' });
    const queued = market.orders.filter(
      (order) =>
        order.role === 'signal' && order.effect === 'close' && order.type === 'market' && order.side === side,
    );
    const leaving = queued.reduce((sum, order) => sum + order.quantity, 0);
    const isGone = held === 0 || (draft.type === 'market' && leaving >= held - market.lot / 2);
    this.#send(market, draft, isGone ? 'no_position' : termsRefusal(market, draft, quantity));
  }

  #plain(market: MarketState, request: PlainRequest, equity: number): void {
    const quantity = market.lots(request.units);
    const effect = request.reduceOnly ? 'close' : 'either';
    this.#replace(market, request, (order) => order.side === request.side && order.effect === effect);
    const isHedged = this.#parts.settings.accounting === 'hedging' && effect === 'either';
    const draft = this.#draft(market, request.side, quantity, request, {
      effect: isHedged ? 'open' : effect,
    });
    const against = draft.effect === 'open' ? 0 : market.closed(request.side).size;
    const opening = effect === 'close' ? 0 : Math.max(0, quantity - against);
    this.#send(market, draft, this.#plainRefusal(market, draft, opening, against, equity));
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
    return this.#riskRefusal(market, opening * market.mark, equity);
  }

  #moveTo(market: MarketState, request: TargetRequest, equity: number): void {
    const { weight, ...terms } = request;
    if (!isPrice(market.mark)) return;
    const value = weight * equity;
    const units = market.lots(Math.abs(value) / (market.mark * this.#parts.portfolio.rateOf(market)));
    const difference = Math.sign(value) * units - market.positionSize;
    if (Math.abs(difference) < market.lot / 2) return;
    const side = difference > 0 ? 'buy' : 'sell';
    this.#plain(
      market,
      { ...terms, kind: 'order', side, units: Math.abs(difference) + market.lot / 4 },
      equity,
    );
  }

  #cancel(market: MarketState, { tag }: CancelRequest): void {
    for (const order of market.orders.slice()) {
      if (!order.isLeaving && (tag === undefined || order.tag === tag)) {
        this.#parts.broker.withdraw(market, order, 'canceled', 'strategy_canceled');
      }
    }
  }

  /** A new conditional order takes the place of the one that waits under its tag. */
  #replace(market: MarketState, terms: OrderTerms, isSame: (order: WorkingOrder) => boolean): void {
    const { tag = '' } = terms;
    for (const order of market.orders.slice()) {
      const isConditional = order.type !== 'market' && order.role === 'signal';
      if (isConditional && !order.isLeaving && order.tag === tag && order.filled === 0 && isSame(order)) {
        this.#parts.broker.withdraw(market, order, 'canceled', 'replaced');
      }
    }
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
    return market.lots(units);
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
    return {
      stop: isGiven(stop) ? roundToTick(stop, market.tick, sign) : NaN,
      target: isGiven(target) ? roundToTick(target, market.tick, sign === 1 ? -1 : 1) : NaN,
      ...(trailing ? { trailing } : {}),
    };
  }

  #bracketRefusal(market: MarketState, draft: OrderDraft, request: EnterRequest): OrderReason | null {
    const { stop = NaN, target = NaN, trailing } = draft.bracket ?? {};
    const sign = request.side === 'buy' ? 1 : -1;
    const price = this.#reckonedPrice(market, request);
    if (request.sizing.kind === 'risk_percent' && Number.isNaN(stop)) return 'stop_missing';
    if (sign * (stop - price) > 0) return 'stop_on_wrong_side';
    if (sign * (target - price) < 0) return 'target_on_wrong_side';
    if (trailing?.kind === 'atr' && Number.isNaN(market.ranges.at(trailing.period))) return 'price_unknown';
    return trailing && !(trailing.distance > 0) ? 'price_invalid' : null;
  }

  #riskRefusal(market: MarketState, value: number, equity: number): OrderReason | null {
    const { risk, portfolio } = this.#parts;
    if (!risk.isActive) return null;
    return risk.refusalOf({ market, value: value * portfolio.rateOf(market), equity });
  }

  #draft(
    market: MarketState,
    side: Side,
    quantity: number,
    terms: OrderTerms,
    more: Pick<OrderDraft, 'effect'> & Partial<Pick<OrderDraft, 'bracket'>>,
  ): OrderDraft {
    const type = typeOf(terms);
    const { wait, takes } = ORDER_TYPES[type];
    const level = wait === 'stop' ? terms.trigger : wait === 'touch' ? terms.touch : terms.limit;
    const against = side === 'buy' ? 1 : -1;
    const rounded = (price: number | undefined, sign: -1 | 1): number =>
      isGiven(price) ? roundToTick(price, market.tick, sign) : NaN;
    const inFavour = against === 1 ? -1 : 1;
    return draftOf({
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
    });
  }

  #send(market: MarketState, draft: OrderDraft, refusal: OrderReason | null): void {
    const { log, broker, risk, settings } = this.#parts;
    const isCrowded = market.orders.length >= MOST_WAITING;
    const reason = refusal ?? (isCrowded ? 'too_many_orders' : null);
    if (reason) {
      log.refuse(draft, reason);
      return;
    }
    const order = log.submit(draft, 'signal');
    const trail = draft.trail ?? draft.bracket?.trailing;
    if (trail?.kind === 'atr') order.range = market.ranges.at(trail.period);
    log.step(order, 'accepted', acceptance(draft, settings, market.ticks !== null));
    risk.sent();
    broker.place(market, order);
  }
}

function acceptance({ type }: OrderDraft, settings: RunSettings, hasTicks: boolean): OrderReason {
  if (hasTicks) {
    if (settings.latencyMs > 0) return 'delayed';
    return type === 'market' ? 'queued_for_tick' : 'resting';
  }
  if (settings.latencyBars > 0) return 'delayed';
  if (type === 'market_on_close') return 'queued_for_close';
  if (type === 'market_on_open') return 'queued_for_open';
  if (type !== 'market') return 'resting';
  return settings.marketFill === 'next_open' ? 'queued_for_open' : 'queued_for_close';
}
