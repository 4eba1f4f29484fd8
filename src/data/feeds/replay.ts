import type { Bars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import type { FeedCommand, FeedMessage } from '../../core/feed';
import { isoDate } from '../../core/time';
import { feedBars, readFeedMessage } from './feed-message';

/** The part of a `WebSocket` that a feed needs. */
export interface FeedSocket {
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void;
}

/** Told what the feed sends; a message waits until the one before is dealt with. */
export interface FeedListener {
  hello(hello: Extract<FeedMessage, { type: 'hello' }>): void;
  /** Bars later than all before; `sent` counts those of the feed so far. */
  bars(bars: Bars, sent: number): Promise<void>;
  /** The connection was lost and is tried again after `delayMs`. */
  retry(delayMs: number): void;
}

/** What connects a feed to its platform. */
export interface FeedPlatform {
  readonly open: (url: string) => FeedSocket;
  readonly wait: (ms: number) => Promise<void>;
  /** In [0, 1), to spread retries. */
  readonly random: () => number;
}

const NORMAL_CLOSE = 1000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const MOST_RETRIES = 8;

/**
 * Follows a replay to its end. A connection that is lost after it worked is made again, with full
 * jitter, from the day of the last bar on; bars that come again are dropped and the chosen speed is
 * sent again.
 */
export class ReplayFeed {
  /** Ends with the feed. Rejects with `proxy_unreachable` or `feed_message_invalid`. */
  readonly done: Promise<void>;
  readonly #platform: FeedPlatform;
  readonly #listener: FeedListener;
  readonly #commands = new Map<'speed' | 'pause', FeedCommand>();
  #socket: FeedSocket | null = null;
  #stopped = false;
  #lastTime = -Infinity;
  #greeted = false;
  #retries = 0;

  constructor(url: string, listener: FeedListener, platform: FeedPlatform) {
    this.#platform = platform;
    this.#listener = listener;
    this.done = this.#follow(url);
  }

  /** Sends a command, now or as soon as there is a connection again. */
  send(command: FeedCommand): void {
    this.#commands.set(command.type === 'speed' ? 'speed' : 'pause', command);
    this.#socket?.send(JSON.stringify(command));
  }

  /** Ends the feed; `done` then resolves. */
  close(): void {
    this.#stopped = true;
    this.#socket?.close(NORMAL_CLOSE);
  }

  async #follow(url: string): Promise<void> {
    while (!this.#stopped) {
      const lost = await this.#connect(resumed(url, this.#lastTime));
      if (lost === null || this.#stopped) return;
      if (!this.#greeted || this.#retries >= MOST_RETRIES) throw unreachable(lost);
      const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#retries++);
      const delayMs = FIRST_DELAY_MS + Math.floor(this.#platform.random() * (longest - FIRST_DELAY_MS));
      this.#listener.retry(delayMs);
      await this.#platform.wait(delayMs);
    }
  }

  /** One connection: null when the feed ended, else why it was lost. */
  #connect(url: string): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const socket = this.#platform.open(url);
      this.#socket = socket;
      let queue = Promise.resolve();
      let ended = false;
      const take = async (data: unknown): Promise<void> => {
        if (ended) return;
        ended = await this.#take(readFeedMessage(data), socket);
        if (ended) socket.close(NORMAL_CLOSE);
      };
      socket.addEventListener('message', ({ data }) => {
        queue = queue
          .then(() => take(data))
          .catch((e: unknown) => {
            ended = true;
            socket.close(NORMAL_CLOSE);
            reject(e);
          });
      });
      socket.addEventListener('close', ({ code, reason }) => {
        this.#socket = null;
        void queue.then(() => resolve(ended ? null : reason || `the connection closed (${code})`));
      });
    });
  }

  /** Deals with a message; whether it was the last one. */
  async #take(message: FeedMessage, socket: FeedSocket): Promise<boolean> {
    if (message.type === 'end') return true;
    if (message.type === 'error') throw unreachable(message.message);
    this.#retries = 0;
    if (message.type === 'hello') {
      if (!this.#greeted) this.#listener.hello(message);
      else for (const command of this.#commands.values()) socket.send(JSON.stringify(command));
      this.#greeted = true;
      return false;
    }
    const later = message.bars.filter((bar) => bar.time > this.#lastTime);
    if (later.length > 0) {
      this.#lastTime = later.at(-1)!.time;
      await this.#listener.bars(feedBars(later), message.sent);
    }
    return false;
  }
}

/** The address from which a feed goes on after the bar at `lastTime`. */
function resumed(url: string, lastTime: number): string {
  if (lastTime === -Infinity) return url;
  const next = new URL(url);
  next.searchParams.set('from', isoDate(lastTime));
  return next.href;
}

const unreachable = (reason: string): BacktabError => new BacktabError('proxy_unreachable', { reason });
