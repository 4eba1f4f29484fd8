import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBacktabError } from '../../core/errors';
import { feedBars, readFeedMessage } from './feed-message';

const bar = { time: 86_400_000, open: 10, high: 12, low: 9, close: 11, volume: 100 };
const bars = (...list: readonly object[]): string =>
  JSON.stringify({ type: 'bars', bars: list, sent: list.length });
const refused = (data: unknown): boolean => {
  try {
    readFeedMessage(data);
    return false;
  } catch (e) {
    return isBacktabError(e, 'feed_message_invalid');
  }
};

describe('feed message', () => {
  it('reads bars into columns', () => {
    const message = readFeedMessage(bars(bar, { ...bar, time: 2 * 86_400_000, close: 9.5 }));
    expect(message.type).toBe('bars');
    if (message.type !== 'bars') return;
    const columns = feedBars(message.bars);
    expect(columns.time).toEqual(Float64Array.of(86_400_000, 172_800_000));
    expect(columns.close).toEqual(Float64Array.of(11, 9.5));
  });

  it('reads the greeting, the end and an error', () => {
    const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
    const hello = { type: 'hello', instrument, interval: '1d', source: 'replay', total: 500 };
    expect(readFeedMessage(JSON.stringify(hello))).toEqual(hello);
    expect(readFeedMessage('{"type":"end"}')).toEqual({ type: 'end' });
    expect(readFeedMessage('{"type":"error","code":"x","message":"y"}')).toMatchObject({ code: 'x' });
  });

  it.each([
    ['high below close', { ...bar, high: 10.5 }],
    ['low above open', { ...bar, low: 10.5 }],
    ['a zero price', { ...bar, open: 0 }],
    ['a negative price', { ...bar, low: -1 }],
    ['a price as text', { ...bar, close: '11' }],
    ['no volume', { ...bar, volume: undefined }],
    ['a negative volume', { ...bar, volume: -5 }],
    ['half a millisecond', { ...bar, time: 0.5 }],
  ])('refuses a bar with %s', (_, hostile) => {
    expect(refused(bars(hostile))).toBe(true);
  });

  it('refuses times that do not rise', () => {
    expect(refused(bars(bar, bar))).toBe(true);
  });

  it('refuses binary frames, long texts and too many bars', () => {
    expect(refused(new ArrayBuffer(8))).toBe(true);
    expect(refused(`{"type":"end","pad":"${'x'.repeat(1_000_000)}"}`)).toBe(true);
    expect(refused(bars(...Array.from({ length: 5001 }, (_, i) => ({ ...bar, time: i }))))).toBe(true);
  });

  it('answers any text with a message or a coded refusal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (data) => {
        expect(refused(data)).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
