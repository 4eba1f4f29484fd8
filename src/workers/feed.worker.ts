import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { FeedCommand } from '../core/feed';
import { ReplayFeed, type FeedPlatform } from '../data/feeds/replay';
import { installErrorTransfer } from './boundary';
import { barBuffers } from './transfer';

/** Told what the feed sends; a message waits until the one before is dealt with. */
export interface FeedListener {
  /** @param total  bars that the feed will send in all */
  hello(total: number): void;
  bars(bars: Bars, sent: number): Promise<void>;
  /** The connection was lost and is tried again after `delayMs`. */
  retry(delayMs: number): void;
}

const platform: FeedPlatform = {
  open: (url) => new WebSocket(url),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

let feed: ReplayFeed | null = null;

const service = {
  /**
   * Follows a replay to its end; a lost connection is made again.
   *
   * @throws BacktabError `proxy_unreachable` | `feed_message_invalid`
   */
  run(url: string, listener: FeedListener): Promise<void> {
    feed = new ReplayFeed(
      url,
      {
        hello: ({ total }) => listener.hello(total),
        bars: (bars, sent) => listener.bars(Comlink.transfer(bars, barBuffers(bars)), sent),
        retry: (delayMs) => listener.retry(delayMs),
      },
      platform,
    );
    return feed.done;
  },

  send: (command: FeedCommand): void => feed?.send(command),
};

export type FeedService = typeof service;

installErrorTransfer();
Comlink.expose(service);
