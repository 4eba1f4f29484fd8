import { describe, expect, it } from 'vitest';
import type { FeedCommand } from '../../core/feed';
import { ReplayFeed, type FeedSocket } from './replay';

const DAY_MS = 86_400_000;
const URL_ = 'ws://localhost/api/replay?from=1970-01-02&speed=10';
const HELLO = {
  type: 'hello',
  instrument: { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 },
  interval: '1d',
  source: 'replay',
  total: 9,
};

const bar = (day: number): object => ({
  time: day * DAY_MS,
  open: 10,
  high: 12,
  low: 9,
  close: 11,
  volume: 1,
});

class FakeSocket implements FeedSocket {
  readonly url: string;
  readonly sent: FeedCommand[] = [];
  closed: number | undefined;
  readonly #listeners = { message: [] as ((e: never) => void)[], close: [] as ((e: never) => void)[] };

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FeedCommand);
  }

  close(code = 1005): void {
    if (this.closed !== undefined) return;
    this.closed = code;
    this.#fire('close', { code, reason: '' });
  }

  addEventListener(type: 'message' | 'close', listener: (e: never) => void): void {
    this.#listeners[type].push(listener);
  }

  says(message: object): void {
    this.#fire('message', { data: JSON.stringify(message) });
  }

  #fire(type: 'message' | 'close', event: object): void {
    for (const listener of this.#listeners[type]) listener(event as never);
  }
}

function start(): {
  feed: ReplayFeed;
  sockets: FakeSocket[];
  days: number[];
  delays: number[];
  hellos: number[];
} {
  const sockets: FakeSocket[] = [];
  const [days, delays, hellos]: [number[], number[], number[]] = [[], [], []];
  const listener = {
    hello: ({ total }: { total: number }) => void hellos.push(total),
    bars: async ({ time }: { time: Float64Array }) => void days.push(...Array.from(time, (t) => t / DAY_MS)),
    retry: (delayMs: number) => void delays.push(delayMs),
  };
  const feed = new ReplayFeed(URL_, listener, {
    open: (url) => {
      sockets.push(new FakeSocket(url));
      return sockets.at(-1)!;
    },
    wait: () => Promise.resolve(),
    random: () => 0.5,
  });
  return { feed, sockets, days, delays, hellos };
}

/** Lets everything that is ready happen. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

describe('a replay', () => {
  it('is followed to its end', async () => {
    const { feed, sockets, days, hellos } = start();
    sockets[0]!.says(HELLO);
    sockets[0]!.says({ type: 'bars', bars: [bar(1), bar(2)], sent: 2 });
    sockets[0]!.says({ type: 'end' });
    await feed.done;
    expect([days, hellos, sockets.length, sockets[0]!.closed]).toEqual([[1, 2], [9], 1, 1000]);
  });

  it('goes on after a lost connection, without a bar twice, at the speed chosen', async () => {
    const { feed, sockets, days, delays, hellos } = start();
    sockets[0]!.says(HELLO);
    sockets[0]!.says({ type: 'bars', bars: [bar(1), bar(2)], sent: 2 });
    feed.send({ type: 'speed', barsPerSecond: 50 });
    feed.send({ type: 'pause' });
    feed.send({ type: 'resume' });
    await settle();
    sockets[0]!.close(1006);
    await settle();
    expect(sockets[1]!.url).toBe('ws://localhost/api/replay?from=1970-01-03&speed=10');
    sockets[1]!.says(HELLO);
    sockets[1]!.says({ type: 'bars', bars: [bar(2), bar(3)], sent: 2 });
    sockets[1]!.says({ type: 'end' });
    await feed.done;
    expect([days, delays, hellos]).toEqual([[1, 2, 3], [500], [9]]);
    expect(sockets[1]!.sent).toEqual([{ type: 'speed', barsPerSecond: 50 }, { type: 'resume' }]);
  });

  it('waits longer each time, and gives up after eight tries', async () => {
    const { feed, sockets, delays } = start();
    sockets[0]!.says(HELLO);
    const failure = feed.done.catch((e: unknown) => e);
    for (let k = 0; k < 9; k++) {
      await settle();
      sockets[k]!.close(1006);
    }
    expect(await failure).toMatchObject({ code: 'proxy_unreachable' });
    expect(delays).toEqual([500, 750, 1250, 2250, 4250, 8250, 15_250, 15_250]);
    expect(sockets).toHaveLength(9);
  });

  it('fails at once when there was never an answer', async () => {
    const { feed, sockets } = start();
    sockets[0]!.close(1006);
    await expect(feed.done).rejects.toMatchObject({
      code: 'proxy_unreachable',
      params: { reason: 'the connection closed (1006)' },
    });
  });

  it.each([
    ['something else than a bar', { type: 'bars', bars: [{ time: 1 }], sent: 1 }, 'feed_message_invalid'],
    ['an error', { type: 'error', code: 'x', message: 'no such day' }, 'proxy_unreachable'],
  ])('stops at %s, and keeps what came before', async (_, message, code) => {
    const { feed, sockets, days } = start();
    sockets[0]!.says(HELLO);
    sockets[0]!.says({ type: 'bars', bars: [bar(1)], sent: 1 });
    sockets[0]!.says(message);
    sockets[0]!.says({ type: 'bars', bars: [bar(2)], sent: 2 });
    await expect(feed.done).rejects.toMatchObject({ code });
    expect([days, sockets[0]!.closed, sockets.length]).toEqual([[1], 1000, 1]);
  });

  it('ends when it is closed', async () => {
    const { feed, sockets } = start();
    sockets[0]!.says(HELLO);
    await settle();
    feed.close();
    await feed.done;
    expect(sockets).toHaveLength(1);
  });
});
