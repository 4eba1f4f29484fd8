import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import { REPLAY_PATH, type FeedCommand } from '../core/feed';
import { connect, installErrorTransfer } from './boundary';
import type { FeedService } from './feed.worker';

installErrorTransfer();

export interface ReplayOptions {
  /** ISO date of the first bar wanted. */
  readonly from: string;
  readonly barsPerSecond: number;
  /** @param total  bars that the feed will send in all */
  onHello(total: number): void;
  /** The next message waits until this one is dealt with. */
  onBars(bars: Bars, sent: number): Promise<void>;
  /** The connection was lost and is tried again. */
  onRetry(delayMs: number): void;
  onEnd(): void;
  onFailure(e: unknown): void;
}

/** A running replay. */
export interface Replay {
  send(command: FeedCommand): void;
  close(): void;
}

/** Connects to the proxy's replay in a worker of its own. Failures, a lost worker among them, reach `onFailure` once. */
export function openReplay(options: ReplayOptions): Replay {
  const worker = new Worker(new URL('./feed.worker.ts', import.meta.url), { type: 'module', name: 'feed' });
  const connection = connect<FeedService>('feed', worker);
  let closed = false;
  const url = new URL(REPLAY_PATH, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = new URLSearchParams({ from: options.from, speed: String(options.barsPerSecond) }).toString();
  url.hash = '';

  const listener = Comlink.proxy({
    hello: (total: number) => options.onHello(total),
    bars: (bars: Bars, sent: number) => options.onBars(bars, sent),
    retry: (delayMs: number) => options.onRetry(delayMs),
  });
  connection
    .call((service) => service.run(url.href, listener))
    .then(() => options.onEnd())
    .catch((e: unknown) => {
      if (!closed) options.onFailure(e);
    })
    .finally(() => connection.close());

  return {
    send(command) {
      connection
        .call((service) => service.send(command))
        .catch((e: unknown) => {
          if (!closed) options.onFailure(e);
        });
    },
    close() {
      closed = true;
      connection.close();
    },
  };
}
