import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import { BacktabError } from '../core/errors';
import type { FeedCommand } from '../core/feed';
import { feedBars, readFeedMessage } from '../data/feeds/feed-message';
import { installErrorTransfer } from './boundary';
import { barBuffers } from './transfer';

/** Told what the feed sends; a message waits until the one before is dealt with. */
export interface FeedListener {
  hello(total: number): void;
  bars(bars: Bars, sent: number): Promise<void>;
}

const NORMAL_CLOSE = 1000;

let socket: WebSocket | null = null;

const service = {
  /**
   * Follows a feed to its end.
   *
   * @throws BacktabError `proxy_unreachable` | `feed_message_invalid`
   */
  run: (url: string, listener: FeedListener): Promise<void> =>
    new Promise((resolve, reject) => {
      const opening = new WebSocket(url);
      socket = opening;
      let queue = Promise.resolve();
      const fail = (e: unknown): void => {
        opening.close(NORMAL_CLOSE);
        reject(e);
      };
      const take = async (data: unknown): Promise<void> => {
        const message = readFeedMessage(data);
        if (message.type === 'hello') listener.hello(message.total);
        else if (message.type === 'bars') {
          const bars = feedBars(message.bars);
          await listener.bars(Comlink.transfer(bars, barBuffers(bars)), message.sent);
        } else if (message.type === 'error') throw unreachable(message.message);
        else resolve();
      };
      opening.addEventListener('message', ({ data }) => {
        queue = queue.then(() => take(data)).catch(fail);
      });
      opening.addEventListener('close', ({ code, reason }) => {
        void queue.then(() => reject(unreachable(reason || `the connection closed (${code})`)));
      });
    }),

  send(command: FeedCommand): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(command));
  },
};

const unreachable = (reason: string): BacktabError => new BacktabError('proxy_unreachable', { reason });

export type FeedService = typeof service;

installErrorTransfer();
Comlink.expose(service);
