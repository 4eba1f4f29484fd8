import type { Bars } from '../../core/bars';
import type { Effect, OrderReason, OrderType, Side } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import { FeeModel } from '../costs/fee';
import { fillPriceOf } from '../exchange/fill-price';
import { newOrder } from '../working-order';

/** How an order of a lane comes to its fill. */
export interface LaneFill {
  readonly side: Side;
  readonly type: Extract<OrderType, 'market' | 'stop_market' | 'trailing_stop_market' | 'limit'>;
  readonly effect: Effect;
  readonly reason: OrderReason;
}

/** Prices and fees of whole orders, by the engine's own models. */
export class LaneCosts {
  readonly #fees: FeeModel;
  readonly #price: ReturnType<typeof fillPriceOf>;
  readonly #bars: Bars;
  readonly #tick: number;

  constructor(bars: Bars, settings: RunSettings) {
    this.#fees = new FeeModel(settings);
    this.#price = fillPriceOf(settings);
    this.#bars = bars;
    this.#tick = settings.tickSize;
  }

  /** Price of a fill of `quantity` on row `i`, from the one that the market had. */
  priceOf({ side, type, effect, reason }: LaneFill, i: number, reference: number, quantity: number): number {
    const order = newOrder({ market: 0, side, quantity, type, effect });
    const match = { reference, reason, bornAt: NaN, rested: false, slips: true };
    const bar = { volume: this.#bars.volume[i]!, high: this.#bars.high[i]!, low: this.#bars.low[i]! };
    return this.#price(order, match, bar, quantity, this.#tick, effect);
  }

  /** Fee of an order that fills at once and whole. */
  feeOf(value: number, quantity: number, liquidity: 'maker' | 'taker'): number {
    return this.#fees.estimate(value, quantity, liquidity);
  }
}
