import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedMessage } from '../../core/feed';
import { parseSample, type ReplaySample } from './sample';
import { REPLAY_LIMITS, ReplayRoom, startReplay, type ReplayClock } from './session';

const ROWS = Array.from({ length: 50 }, (_, i) => `2020-01-${String(i + 1).padStart(2, '0')},1,2,0.5,1.5,10`);
const SAMPLE: ReplaySample = {
  instrument: { name: 'Test', currency: 'USD', zone: 'UTC', barsPerYear: 252 },
  interval: '1d',
  source: 'test',
  bars: parseSample('test.csv', ['date,open,high,low,close,volume', ...ROWS.slice(0, 31)].join('\n')),
};

/** Time that passes when it is told to. */
class FakeClock implements ReplayClock {
  time = 0;
  #due: { at: number; act: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, act: () => void): () => void {
    const entry = { at: this.time + ms, act };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  get waiting(): number {
    return this.#due.length;
  }

  advance(ms: number): void {
    const until = this.time + ms;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.time = next.at;
      next.act();
    }
    this.time = until;
  }
}

let clock: FakeClock;
let sent: FeedMessage[];
let closes: [number, string][];
let buffered: number;
const onEnd = vi.fn<() => void>();

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  closes = [];
  buffered = 0;
  onEnd.mockReset();
});

function start(speed = 10, from = -Infinity) {
  const socket = {
    send: (text: string) => void sent.push(JSON.parse(text) as FeedMessage),
    close: (code: number, reason: string) => void closes.push([code, reason]),
    bufferedBytes: () => buffered,
  };
  return startReplay(SAMPLE, { speed, from }, socket, clock, onEnd);
}

const barsSent = () => sent.flatMap((message) => (message.type === 'bars' ? message.bars : []));

describe('a replay session', () => {
  it('says hello first, with how many bars will come', () => {
    start(10, Date.UTC(2020, 0, 30));
    expect(sent).toEqual([
      { type: 'hello', instrument: SAMPLE.instrument, interval: '1d', source: 'test', total: 2 },
    ]);
  });

  it('sends every bar once, in order, then the end, and closes', () => {
    start(10);
    clock.advance(10_000);
    expect(barsSent()).toEqual(SAMPLE.bars);
    expect(sent.at(-1)).toEqual({ type: 'end' });
    expect(closes).toEqual([[1000, 'end of the sample']]);
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(clock.waiting).toBe(0);
  });

  it('counts what it has sent', () => {
    start(1000);
    clock.advance(10_000);
    const batches = sent.filter((message) => message.type === 'bars');
    expect(batches.length).toBeLessThan(SAMPLE.bars.length);
    expect(batches.at(-1)).toMatchObject({ sent: 31 });
  });

  it('waits for a slow reader, then goes on where it was', () => {
    start(10);
    clock.advance(500);
    buffered = REPLAY_LIMITS.bufferedBytes + 1;
    clock.advance(10_000);
    expect(barsSent()).toHaveLength(5);
    buffered = 0;
    clock.advance(1000);
    expect(barsSent().length).toBeGreaterThan(10);
    expect(barsSent().length).toBeLessThanOrEqual(15);
  });

  it('lets go of a reader that stays behind', () => {
    start(10);
    buffered = REPLAY_LIMITS.bufferedBytes + 1;
    clock.advance(REPLAY_LIMITS.stalledMs + 1000);
    expect(closes).toEqual([[1008, 'reader too slow']]);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('lets go of one who paused and left, and not of one who still speaks', () => {
    const session = start(10);
    session.message('{"type":"pause"}');
    clock.advance(REPLAY_LIMITS.idleMs - 1);
    session.message('{"type":"pause"}');
    clock.advance(REPLAY_LIMITS.idleMs - 1);
    expect(closes).toEqual([]);
    clock.advance(1);
    expect(closes).toEqual([[1000, 'idle']]);
  });

  it('admits a burst of commands and then as many a second as it says', () => {
    const session = start(1);
    const { commandBurst, commandsPerSecond } = REPLAY_LIMITS;
    for (let i = 0; i < commandBurst; i++) session.message('{"type":"pause"}');
    clock.advance(1000);
    for (let i = 0; i < commandsPerSecond; i++) session.message('{"type":"pause"}');
    expect(closes).toEqual([]);
    session.message('{"type":"pause"}');
    expect(closes).toEqual([[1008, 'too many commands']]);
  });

  it.each([
    ['{"type":"speed","barsPerSecond":0}', 'speed with a number from 1 to 1000'],
    ['{"type":"speed","barsPerSecond":1e9}', 'speed with'],
    ['{"type":"speed","barsPerSecond":"10"}', 'speed with'],
    ['{"type":"pause","x":1}', 'pause, resume'],
    ['{"type":"stop"}', 'pause, resume'],
    ['[]', 'pause, resume'],
    ['null', 'pause, resume'],
    ['{', 'not JSON'],
  ])('answers %s with what is wrong and goes on', (text, reason) => {
    const session = start(10);
    session.message(text);
    expect(sent.at(-1)).toEqual({
      type: 'error',
      code: 'request_invalid',
      message: expect.stringContaining(reason),
    });
    clock.advance(10_000);
    expect(barsSent()).toHaveLength(31);
  });

  it('counts bytes, not characters, of a command', () => {
    const session = start(10);
    session.message('é'.repeat(REPLAY_LIMITS.frameBytes / 2 + 1));
    expect(closes).toEqual([[1009, 'command too large']]);
  });

  it('takes nothing after its end and leaves no timer', () => {
    const session = start(10);
    session.closed();
    session.message('{"type":"resume"}');
    session.closed();
    clock.advance(10_000);
    expect(barsSent()).toEqual([]);
    expect(clock.waiting).toBe(0);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});

describe('the room for replays', () => {
  it('refuses when full and has a place again when one leaves', () => {
    const room = new ReplayRoom(2);
    const leave = room.enter();
    room.enter();
    expect(() => room.checkSpace()).toThrow(expect.objectContaining({ code: 'proxy_busy' }));
    leave();
    leave();
    expect(() => room.checkSpace()).not.toThrow();
    room.enter();
    expect(() => room.checkSpace()).toThrow(expect.objectContaining({ code: 'proxy_busy' }));
  });
});
