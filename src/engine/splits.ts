import type { Split } from '../core/event';
import type { RareEvent } from './event-book';

/** The splits among a run's rare events, in order. */
export function splitsOf(events: readonly RareEvent[]): readonly Split[] {
  const splits: Split[] = [];
  for (const event of events) {
    if (event.kind === 'split') splits.push({ market: event.market, bar: event.bar, ratio: event.ratio });
  }
  return splits;
}
