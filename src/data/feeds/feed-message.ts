import * as v from 'valibot';
import type { Bars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import type { FeedMessage } from '../../core/feed';

/** Longest message taken, in characters. */
const MOST_CHARACTERS = 1_000_000;
/** Most bars of one message. */
const MOST_BARS = 5_000;

const price = v.pipe(v.number(), v.finite(), v.gtValue(0));
const time = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(500));

const bar = v.pipe(
  v.object({
    time,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
  v.check(
    (b) => b.low <= Math.min(b.open, b.close) && b.high >= Math.max(b.open, b.close),
    'prices outside high and low',
  ),
);

const isRising = (bars: readonly { readonly time: number }[]): boolean =>
  bars.every((b, i) => i === 0 || b.time > bars[i - 1]!.time);

const instrument = v.object({
  name: text,
  currency: text,
  zone: text,
  barsPerYear: v.pipe(v.number(), v.gtValue(0)),
});

const messageSchema = v.variant('type', [
  v.object({ type: v.literal('hello'), instrument, interval: text, source: text, total: count }),
  v.object({
    type: v.literal('bars'),
    bars: v.pipe(
      v.array(bar),
      v.maxLength(MOST_BARS),
      v.check((bars) => isRising(bars), 'times that do not rise'),
    ),
    sent: count,
  }),
  v.object({ type: v.literal('end') }),
  v.object({ type: v.literal('error'), code: text, message: text }),
]);

/**
 * Reads one message of a live feed.
 *
 * @param data  what the socket gave
 * @throws BacktabError `feed_message_invalid`
 */
export function readFeedMessage(data: unknown): FeedMessage {
  if (typeof data !== 'string') throw invalid('it is not text');
  if (data.length > MOST_CHARACTERS) throw invalid('it is too long');
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch (e) {
    throw invalid('it is not JSON', e);
  }
  const parsed = v.safeParse(messageSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalid(`${v.getDotPath(issue) ?? 'message'}: ${issue.message}`.slice(0, 200));
}

/** Bars of a message as columns. */
export function feedBars(bars: Extract<FeedMessage, { type: 'bars' }>['bars']): Bars {
  const column = (pick: (b: (typeof bars)[number]) => number): Float64Array<ArrayBuffer> =>
    Float64Array.from(bars, pick);
  return {
    time: column((b) => b.time),
    open: column((b) => b.open),
    high: column((b) => b.high),
    low: column((b) => b.low),
    close: column((b) => b.close),
    volume: column((b) => b.volume),
    extra: {},
  };
}

const invalid = (reason: string, cause?: unknown): BacktabError =>
  new BacktabError('feed_message_invalid', { reason }, { cause });
