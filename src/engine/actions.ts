import type { BracketTerms, Trail } from '../core/order';
import { isPrice } from './cursor';
import type { EventBook } from './event-book';
import type { Ledger } from './ledger';
import type { MarketState } from './market-state';
import type { OrderLog } from './order-log';
import type { Portfolio } from './portfolio';

/**
 * Books what the data say happened to an instrument before a bar's open, from its extra columns: `split` (new units
 * for one old; 0 or 1 for none), `dividend` (quote currency per unit, after the split) and `funding` (fraction of
 * the position's value that longs pay shorts).
 */
export class CorporateActions {
  readonly #portfolio: Portfolio;
  readonly #events: EventBook;
  readonly #names: readonly string[];
  readonly #log: OrderLog;

  /** @param names  name of each currency */
  constructor(portfolio: Portfolio, log: OrderLog, events: EventBook, names: readonly string[]) {
    this.#log = log;
    this.#portfolio = portfolio;
    this.#events = events;
    this.#names = names;
  }

  /** Books those of the bar that opens. */
  book(market: MarketState): void {
    this.#log.moveTo(rowOf(market), market.forming.time);
    const { split, dividend, funding } = market.bars.extra;
    const { row } = market;
    if (split) this.#split(market, split[row]!);
    if (dividend) this.#pay(market, 'dividend', dividend[row]! * market.positionSize * market.multiplier);
    if (funding && isPrice(market.forming.open)) {
      const value = market.positionSize * market.forming.open * market.multiplier;
      this.#pay(market, 'funding', -funding[row]! * value);
    }
  }

  #split(market: MarketState, ratio: number): void {
    if (!isPrice(ratio) || ratio === 1) return;
    for (const holding of [market.long, market.short]) {
      holding.size *= ratio;
      holding.entryPrice /= ratio;
    }
    market.mark /= ratio;
    for (const order of market.orders) {
      order.quantity *= ratio;
      order.filled *= ratio;
      order.mostOpened *= ratio;
      order.opened *= ratio;
      order.price /= ratio;
      order.limit /= ratio;
      order.best /= ratio;
      order.range /= ratio;
      order.bracketRange /= ratio;
      order.trail = splitTrail(order.trail, ratio);
      order.bracket = splitBracket(order.bracket, ratio);
      this.#log.amended(order);
    }
    market.moved();
    const { forming, position } = market;
    this.#events.tell({ kind: 'split', bar: rowOf(market), time: forming.time, market: position, ratio });
  }

  #pay(market: MarketState, cause: 'dividend' | 'funding', amount: number): void {
    if (amount === 0 || !Number.isFinite(amount)) return;
    const row = rowOf(market);
    const { forming, position, currency } = market;
    const ledger: Ledger = this.#portfolio.ledger;
    ledger.postCash(cause, row, currency, amount);
    this.#events.tell({
      kind: 'cash',
      bar: row,
      time: forming.time,
      cause,
      market: position,
      currency: this.#names[currency]!,
      amount,
    });
  }
}

function splitTrail<T extends Trail | null | undefined>(trail: T, ratio: number): T | Trail {
  return trail?.kind === 'amount' ? { kind: 'amount', distance: trail.distance / ratio } : trail;
}

function splitBracket(bracket: BracketTerms | null, ratio: number): BracketTerms | null {
  if (!bracket) return null;
  const { stop = NaN, target = NaN, trailing } = bracket;
  const prices = { stop: stop / ratio, target: target / ratio };
  return trailing ? { ...prices, trailing: splitTrail(trailing, ratio) } : prices;
}

/** Row that they come before: the bar's, or that of the next tick. */
const rowOf = ({ ticks, atRow, row }: MarketState): number => (ticks ? atRow + 1 : row);
