import type { RunSettings } from '../../core/settings';
import type { OrderLog } from '../order-log';
import type { MarketState } from '../market-state';
import type { Portfolio } from '../portfolio';
import { newOrder } from '../working-order';
import type { Execution } from './execution';

/** Closing just what is missing would leave the account at the edge, to be called again on the next bar. */
const TIMES_OVER = 4;

/**
 * Units that a margin call closes: the value by which the positions exceed what equity carries, in whole lots at the
 * price, four times over.
 *
 * @returns  0 or more, at most what is held
 * @see Pine Script v6 manual, Strategies, Margin
 */
export function coverUnits(
  portfolio: Portfolio,
  market: MarketState,
  leverage: number,
  price: number,
): number {
  const held = Math.abs(market.positionSize);
  if (held === 0) return 0;
  const unit = price * portfolio.rateOf(market);
  const excess = portfolio.grossBut(market) + held * unit - portfolio.equityAt(market, price) * leverage;
  return excess > 0 ? Math.min(held, TIMES_OVER * market.lots(excess / unit)) : 0;
}

/** Calls the margin of an instrument at the worst price of its bar. */
export class MarginCover {
  readonly #portfolio: Portfolio;
  readonly #execution: Execution;
  readonly #log: OrderLog;
  readonly #leverage: number;

  constructor(settings: RunSettings, portfolio: Portfolio, execution: Execution, log: OrderLog) {
    this.#portfolio = portfolio;
    this.#execution = execution;
    this.#log = log;
    this.#leverage = settings.leverage;
  }

  /** Closes what the account cannot carry where `price` is the bar's worst for the position. */
  at(market: MarketState, price: number): void {
    const size = market.positionSize;
    const { low, high } = market.forming;
    if (size === 0 || price !== (size > 0 ? low : high)) return;
    const quantity = coverUnits(this.#portfolio, market, this.#leverage, price);
    if (quantity === 0) return;
    const order = this.#log.submit(
      newOrder({
        market: market.position,
        side: size > 0 ? 'sell' : 'buy',
        role: 'margin_call',
        effect: 'close',
        quantity,
        reason: 'margin call',
      }),
      'margin_call',
    );
    this.#log.step(order, 'accepted', 'margin_call');
    order.activeFrom = market.row;
    market.wait(order);
    this.#execution.execute(market, order, {
      reference: price,
      reason: 'margin_call',
      bornAt: price,
      rested: false,
      slips: true,
    });
  }
}
