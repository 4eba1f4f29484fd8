import type { RunEvent, Split } from '../core/event';

/** The splits among a run's events, in order. */
export function splitsOf(events: readonly RunEvent[]): readonly Split[] {
  const splits: Split[] = [];
  for (const event of events) {
    if (event.kind === 'split') splits.push({ market: event.market, bar: event.bar, ratio: event.ratio });
  }
  return splits;
}
