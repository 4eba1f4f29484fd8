import type { RunEvent } from '../core/event';

/** A split as it was booked. */
export interface Split {
  readonly market: number;
  readonly bar: number;
  /** New units for one old. */
  readonly ratio: number;
}

/** The splits among a run's events, in order. */
export function splitsOf(events: readonly RunEvent[]): readonly Split[] {
  const splits: Split[] = [];
  for (const event of events) {
    if (event.kind === 'split') splits.push({ market: event.market, bar: event.bar, ratio: event.ratio });
  }
  return splits;
}
