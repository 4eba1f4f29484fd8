import type { RunSettings } from '../../core/settings';
import type { MarketState } from '../market-state';
import type { OrderLog } from '../order-log';
import type { Portfolio } from '../portfolio';
import { newOrder, type WorkingOrder } from '../working-order';

/**
 * Price of an instrument at which the account's equity is just its maintenance margin, while all others stand at
 * their marks: `equity + size (p - mark) = margin of the others + maintenance |size| p`, solved for p.
 *
 * @returns  account falls short at or beyond it: below for a long position, above for a short one; NaN when flat, or
 *           where no price of a long position would do; 0 where every price of a short one does
 */
export function liquidationPrice(portfolio: Portfolio, market: MarketState, maintenance: number): number {
  const size = market.positionSize;
  if (size === 0) return NaN;
  const rate = portfolio.rateOf(market);
  const units = Math.abs(size) * rate;
  const equity = portfolio.equityAt(market, 0);
  const others = maintenance * portfolio.grossBut(market);
  const price = (others - equity) / (size * rate - maintenance * units);
  if (price > 0) return price;
  return size < 0 && price <= 0 ? 0 : NaN;
}

/** Whether a price of the instrument could call the margin: none can where units are paid for in full and need no maintenance. */
export const isCallable = (market: MarketState, { leverage, maintenancePercent }: RunSettings): boolean => {
  const size = market.positionSize;
  return size < 0 || (size > 0 && (leverage > 1 || maintenancePercent > 0));
};

/** Puts the broker's own order in the way of prices from `low` to `high` that reach the liquidation price; null when they do not. */
export function guardMargin(
  portfolio: Portfolio,
  market: MarketState,
  settings: RunSettings,
  log: OrderLog,
  low: number,
  high: number,
): WorkingOrder | null {
  if (!isCallable(market, settings)) return null;
  const size = market.positionSize;
  const price = liquidationPrice(portfolio, market, settings.maintenancePercent / 100);
  if (Number.isNaN(price)) return null;
  if (size > 0 ? low > price : high < price) return null;
  const order = log.submit(
    newOrder({
      market: market.position,
      side: size > 0 ? 'sell' : 'buy',
      role: 'margin_call',
      effect: 'close',
      type: 'stop_market',
      quantity: Math.abs(size),
      price,
      reason: 'margin call',
    }),
    'margin_call',
  );
  log.step(order, 'accepted', 'margin_call');
  order.activeFrom = market.atRow;
  market.wait(order);
  return order;
}
