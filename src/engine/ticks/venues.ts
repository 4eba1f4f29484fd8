import type { OrderReason } from '../../core/order';
import type { Broker } from '../broker';
import type { MarketState } from '../market-state';
import type { WorkingOrder } from '../working-order';
import type { TickExchange } from './tick-exchange';

/** Sends each order where its instrument trades: at bars or at ticks. */
export class Venues implements Broker {
  readonly #bars: Broker;
  readonly #ticks: TickExchange;

  constructor(bars: Broker, ticks: TickExchange) {
    this.#bars = bars;
    this.#ticks = ticks;
  }

  get moment(): number {
    return this.#bars.moment;
  }

  set moment(moment: number) {
    this.#bars.moment = moment;
  }

  place(market: MarketState, order: WorkingOrder): void {
    this.#of(market).place(market, order);
  }

  withdraw(
    market: MarketState,
    order: WorkingOrder,
    status: 'canceled' | 'expired' | 'rejected',
    reason: OrderReason,
  ): void {
    this.#of(market).withdraw(market, order, status, reason);
  }

  open(markets: readonly MarketState[]): void {
    const traded = markets.filter(({ ticks }) => !ticks);
    if (traded.length > 0) this.#bars.open(traded);
  }

  finish(market: MarketState): void {
    if (!market.ticks) this.#bars.finish(market);
  }

  fillAtClose(market: MarketState): void {
    if (!market.ticks) this.#bars.fillAtClose(market);
  }

  end(market: MarketState): void {
    this.#of(market).end(market);
  }

  #of(market: MarketState): Pick<Broker, 'place' | 'withdraw' | 'end'> {
    return market.ticks ? this.#ticks : this.#bars;
  }
}
