import { BOUGHT, QUOTE, SOLD, type Ticks } from '../../core/ticks';
import { isPrice } from '../cursor';
import { BookSide, type SideState } from './book-side';

/** What a snapshot keeps of it. */
export interface BookState {
  readonly bids: SideState;
  readonly asks: SideState;
  readonly hasQuotes: boolean;
  readonly lastPrice: number;
  readonly session: number;
  readonly expiry: number;
}

/** One instrument as its exchange knows it: the best prices, and the trade that is happening. */
export class TickBook {
  readonly bids = new BookSide();
  readonly asks = new BookSide();
  /** Whether there was a quote yet; until then, market orders take what trades. */
  hasQuotes = false;
  /** Price of the newest trade; NaN before the first. */
  lastPrice = NaN;
  /** Price of the trade that is happening, else NaN, and units of it that no order of ours has had. */
  tradePrice = NaN;
  tradeLeft = 0;
  /** Whether its aggressor bought or sold; neither when unknown. */
  isBought = false;
  isSold = false;
  /** Session of the newest tick, and the first date at which an order expires. */
  session = NaN;
  expiry = Infinity;

  /** Takes a tick; `endTrade` ends it. Answers whether it says anything: a trade without price or quantity does not. */
  take({ kind, bid, bidSize, ask, askSize }: Ticks, row: number): boolean {
    const code = kind[row]!;
    if (code !== QUOTE) return this.#trade(bid[row]!, bidSize[row]!, code);
    this.hasQuotes = true;
    this.bids.show(bid[row]!, bidSize[row]!);
    this.asks.show(ask[row]!, askSize[row]!);
    return true;
  }

  endTrade(): void {
    this.tradePrice = NaN;
    this.tradeLeft = 0;
  }

  #trade(price: number, quantity: number, code: number): boolean {
    if (!isPrice(price) || !(quantity > 0)) return false;
    const { bids, asks } = this;
    this.lastPrice = this.tradePrice = price;
    this.tradeLeft = quantity;
    this.isBought = code === BOUGHT;
    this.isSold = code === SOLD;
    if (!this.isBought && price <= bids.price) bids.trade(price < bids.price ? Infinity : quantity);
    if (!this.isSold && price >= asks.price) asks.trade(price > asks.price ? Infinity : quantity);
    return true;
  }

  /** Price at which a buyer (or seller) who does not wait trades now: NaN for none. */
  takingPrice(isBuy: boolean): number {
    if (!this.hasQuotes) return this.tradePrice;
    return isBuy ? this.asks.price : this.bids.price;
  }

  /** Price that triggers buyers' (or sellers') stops and touches: that of the newest trade, or what they could trade at. */
  triggerPrice(isBuy: boolean, onQuotes: boolean): number {
    const usesQuotes = onQuotes ? this.hasQuotes : Number.isNaN(this.lastPrice);
    return usesQuotes ? (isBuy ? this.asks : this.bids).price : this.lastPrice;
  }

  /** Units that are to be had there. */
  takingSize(isBuy: boolean): number {
    if (!this.hasQuotes) return this.tradeLeft;
    return (isBuy ? this.asks : this.bids).left;
  }

  /** An order of ours has had units there. */
  taken(isBuy: boolean, quantity: number): void {
    if (!this.hasQuotes) this.tradeLeft -= quantity;
    else if (isBuy) this.asks.taken += quantity;
    else this.bids.taken += quantity;
  }

  /**
   * Units of others ahead of an order that comes to wait at a limit: what is shown there, none where it is better than
   * the best price or nothing is ever shown, unknown (NaN) where it is worse.
   */
  aheadOf(isBuy: boolean, limit: number): number {
    if (!this.hasQuotes) return 0;
    const { price, size } = isBuy ? this.bids : this.asks;
    if (limit === price) return size;
    return (isBuy ? limit < price : limit > price) ? NaN : 0;
  }

  save(): BookState {
    const { bids, asks, hasQuotes, lastPrice, session, expiry } = this;
    return { bids: bids.save(), asks: asks.save(), hasQuotes, lastPrice, session, expiry };
  }

  restore({ bids, asks, hasQuotes, lastPrice, session, expiry }: BookState): void {
    this.bids.restore(bids);
    this.asks.restore(asks);
    Object.assign(this, { hasQuotes, lastPrice, session, expiry });
  }
}
