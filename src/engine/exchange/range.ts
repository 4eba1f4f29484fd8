import type { RunSettings } from '../../core/settings';
import type { MarketState } from '../market-state';
import { isReached, levelOf, waitsForRise, type WorkingOrder } from '../working-order';
import { TRAIT } from '../order-traits';
import { isWaiting } from './execution';
import type { Matching } from './matching';
import { followIn } from './trail';
import { closes, isAdverse } from './turns';

/**
 * Runs the waiting orders through a bar of which only the range is known, after its open.
 *
 * Any level inside the range may have been reached first. `pessimistic` takes losses before entries before gains,
 * `optimistic` the other way round; between equals the level nearest to the open comes first. An order that comes
 * to life within the bar, at a price p, meets the whole range where that serves the policy, and else only what surely
 * came after p: the way from p to the close, and the extreme that the price was heading to.
 *
 * `stops_first` is `pessimistic` for stops against the whole bar, its open included: a stop that the bar reaches at any
 * time comes before a target that lies beyond the open.
 *
 * A trailing stop is held against the worse extreme where it stood before the bar (pessimistic), then follows the
 * better extreme, and is held against the close.
 */
export function crossRange(market: MarketState, matching: Matching): void {
  const { settings } = matching;
  const isPessimistic = settings.intrabar !== 'optimistic';
  const followsWithin = settings.trailUpdate === 'extreme';
  const { open, high, low } = market.forming;
  const lowest = Math.min(low, open);
  const highest = Math.max(high, open);
  matching.nextMoment();
  for (;;) {
    market.learnReach();
    if (!(highest >= market.riseTo || lowest <= market.fallTo)) break;
    let next: WorkingOrder | null = null;
    let price = NaN;
    let turn = Infinity;
    let away = Infinity;
    const { orders } = market;
    for (let k = 0; k < orders.length; k++) {
      const order = orders[k]!;
      if (isBeyond(order, lowest, highest) || !matching.isFree(market, order)) continue;
      if (order.trail && !isPessimistic && followsWithin) continue;
      const hit = hitOf(market, order, settings);
      if (Number.isNaN(hit)) continue;
      const own = turnOf(market, order, isPessimistic);
      const distance = Math.abs(hit - open);
      if (own < turn || (own === turn && distance < away)) {
        [next, price, turn, away] = [order, hit, own, distance];
      }
    }
    if (!next) break;
    const isGap = isFromOpen(settings, next) && isReached(next, open);
    matching.tryAt(market, next, price, isGap ? 'open' : 'level', price);
  }
  crossTrails(market, matching);
}

/** Whether open and range fall short of the level of an order that was live from the open, as they mostly do. */
function isBeyond(order: WorkingOrder, low: number, high: number): boolean {
  const level = levelOf(order);
  return (waitsForRise(order) ? level > high : level < low) && Number.isNaN(order.bornAt);
}

function crossTrails(market: MarketState, matching: Matching): void {
  const { high, low, close } = market.forming;
  if (matching.settings.trailUpdate !== 'extreme' || (market.traits & TRAIT.trailing) === 0) return;
  let reached = 0;
  const { orders } = market;
  for (let k = 0; k < orders.length; k++) {
    const order = orders[k]!;
    if (!order.trail || order.activeFrom > market.row) continue;
    const isBorn = !Number.isNaN(order.bornAt);
    const better = order.side === 'sell' ? high : low;
    followIn(market, order, isBorn ? furthestSince(market, order) : better);
    if (isReached(order, close)) reached += 1;
  }
  if (reached > 0) fillTrails(market, matching);
}

/** Fills the trailing stops that the close has reached. */
function fillTrails(market: MarketState, matching: Matching): void {
  for (const order of market.orders.slice()) {
    const isGone = !order.trail || order.activeFrom > market.row || !isWaiting(order);
    if (isGone || !isReached(order, market.forming.close)) continue;
    const level = levelOf(order);
    matching.nextMoment();
    matching.tryAt(market, order, level, 'level', level);
  }
}

/** Best price that surely came after the one at which a trailing stop came to life. */
function furthestSince({ forming }: MarketState, order: WorkingOrder): number {
  const { open, high, low, close } = forming;
  if (order.side === 'sell') return order.bornAt > open ? high : Math.max(order.bornAt, close);
  return order.bornAt < open ? low : Math.min(order.bornAt, close);
}

/** Price at which the bar's range reaches an order; NaN where it does not. */
function hitOf(market: MarketState, order: WorkingOrder, settings: RunSettings): number {
  const isPessimistic = settings.intrabar !== 'optimistic';
  const level = levelOf(order);
  if (Number.isNaN(level) || order.rule.at !== 'any') return NaN;
  const { open, high, low, close } = market.forming;
  const { bornAt } = order;
  const rises = waitsForRise(order);
  if (isFromOpen(settings, order) && isReached(order, open)) return open;
  if (Number.isNaN(bornAt)) {
    if (rises ? high < level : low > level) return NaN;
    return isReached(order, open) ? open : level; // the open left a part of it, or had no more to give
  }
  if (isReached(order, bornAt)) return bornAt;
  const meetsAll = !closes(market, order) || isAdverse(market, order) === isPessimistic;
  const highest = meetsAll || bornAt > open ? high : Math.max(bornAt, close);
  const lowest = meetsAll || bornAt < open ? low : Math.min(bornAt, close);
  return (rises ? highest >= level : lowest <= level) ? level : NaN;
}

/** Whether the bar's open was left to this walk, and the order was live then. */
const isFromOpen = ({ intrabar }: RunSettings, { bornAt }: WorkingOrder): boolean =>
  intrabar === 'stops_first' && Number.isNaN(bornAt);

function turnOf(market: MarketState, order: WorkingOrder, isPessimistic: boolean): number {
  if (!closes(market, order)) return 1;
  return isAdverse(market, order) === isPessimistic ? 0 : 2;
}
