import type { Bar } from './bars';
import type { Instrument, Interval } from './dataset';

/**
 * What a live feed sends, one JSON text a message. Times are Unix milliseconds; `total` is how many bars will come,
 * `sent` how many have come with this message.
 */
export type FeedMessage =
  | {
      readonly type: 'hello';
      readonly instrument: Instrument;
      readonly interval: Interval;
      readonly source: string;
      readonly total: number;
    }
  | { readonly type: 'bars'; readonly bars: readonly Bar[]; readonly sent: number }
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly code: string; readonly message: string };

/** What the page may send. */
export type FeedCommand =
  | { readonly type: 'speed'; readonly barsPerSecond: number }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' };

/** Bounds of a replay's speed, bars a second. */
export const REPLAY_SPEED = { min: 1, max: 1000, default: 10 } as const;

/** Path of the replay socket; query: `from` (ISO date of the first bar sent), `speed`. */
export const REPLAY_PATH = '/api/replay';
