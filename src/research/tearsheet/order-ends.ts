import type { OrderRecord } from '../../core/order';
import { REASON_WORDS } from '../../core/order-words';
import type { OrderEnd } from './shape';

/**
 * What became of the orders of a run: one row for each state and reason that orders ended in, most frequent first.
 *
 * @param orders  with their timelines; one that is still waiting counts by its last step
 */
export function orderEnds(orders: readonly OrderRecord[]): readonly OrderEnd[] {
  const ends = new Map<string, OrderEnd>();
  for (const { status, events } of orders) {
    const last = events.at(-1);
    if (!last) continue;
    const key = `${status} ${last.reason}`;
    const before = ends.get(key);
    ends.set(key, {
      status,
      reason: last.reason,
      words: REASON_WORDS[last.reason],
      count: (before?.count ?? 0) + 1,
      lastTime: Math.max(before?.lastTime ?? -Infinity, last.time),
    });
  }
  return [...ends.values()].sort((a, b) => b.count - a.count || b.lastTime - a.lastTime);
}
