import type { MarketState } from '../market-state';
import { isReached, levelOf, type WorkingOrder } from '../working-order';
import { detailWithin } from '../detail';
import type { MarginCover } from './margin-cover';
import type { Matching } from './matching';
import { followIn } from './trail';
import { auctionTurn } from './turns';

/**
 * Runs the waiting orders along the path open, nearer extreme, other extreme, close. What is reached first fills first;
 * an order that comes to life on the way meets what is left of it. Margin is called at the extremes.
 */
export function crossPath(market: MarketState, matching: Matching, cover: MarginCover | null): void {
  const { open, high, low, close } = market.forming;
  walkBar(market, matching, open, high, low, close, cover);
}

/**
 * Runs the waiting orders through the bars of a shorter interval that lie within the present bar, each along its
 * path; a jump between two of them fills at the price behind it.
 *
 * @returns  false, without having done anything, when there are none or one of them has no price
 */
export function crossDetail(market: MarketState, matching: Matching): boolean {
  const { detail, forming } = market;
  if (!detail) return false;
  const rows = detailWithin(detail, forming.time, forming.time + market.intervalMs);
  if (!rows) return false;
  for (let i = rows.from; i < rows.to; i++) {
    if (market.orders.length === 0) return true;
    const open = detail.open[i]!;
    if (i > rows.from) matching.cross(market, open, 'gap', open);
    walkBar(market, matching, open, detail.high[i]!, detail.low[i]!, detail.close[i]!, null);
  }
  return true;
}

function walkBar(
  market: MarketState,
  matching: Matching,
  open: number,
  high: number,
  low: number,
  close: number,
  cover: MarginCover | null,
): void {
  const downFirst = open - low < high - open;
  const [near, far] = downFirst ? [low, high] : [high, low];
  walk(market, matching, open, near);
  cover?.at(market, near);
  walk(market, matching, near, far);
  cover?.at(market, far);
  walk(market, matching, far, close);
}

/** Moves the price from one point to another. */
function walk(market: MarketState, matching: Matching, from: number, to: number): void {
  matching.nextMoment();
  let price = from;
  for (;;) {
    let next: WorkingOrder | null = null;
    let at = NaN;
    let turn = Infinity;
    for (const order of market.orders) {
      if (!matching.isFree(market, order) || order.rule.at !== 'any') continue;
      const level = levelOf(order);
      if (Number.isNaN(level)) continue;
      const reached = isReached(order, price) ? price : isReached(order, to) ? level : NaN;
      if (Number.isNaN(reached)) continue;
      const own = auctionTurn(market, order);
      const nearer = next === null ? -1 : Math.abs(reached - price) - Math.abs(at - price);
      if (nearer < 0 || (nearer === 0 && own < turn)) [next, at, turn] = [order, reached, own];
    }
    if (!next) break;
    price = at;
    matching.tryAt(market, next, at, 'level', at);
  }
  if (matching.settings.trailUpdate === 'extreme') followAll(market, to);
}

function followAll(market: MarketState, price: number): void {
  for (const order of market.orders)
    if (order.trail && order.activeFrom <= market.row) followIn(market, order, price);
}
