import { BacktabError, toBacktabError } from '../../core/errors';
import type { FeedMessage } from '../../core/feed';
import { ReplayPacer } from './pacer';
import { feedCommand, type ReplayQuery } from './query';
import type { ReplaySample } from './sample';

/** The end of a WebSocket that the runtime gives. */
export interface ReplaySocket {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Bytes accepted but not yet sent; 0 where the runtime does not tell. */
  bufferedBytes(): number;
}

/** Time as the runtime gives it; tests give a clock of their own. */
export interface ReplayClock {
  now(): number;
  /** Calls `act` after `ms`; the result cancels it. */
  after(ms: number, act: () => void): () => void;
}

/** What the runtime tells a session. */
export interface ReplaySession {
  message(data: unknown): void;
  closed(): void;
}

/** Bounds of one session. */
export const REPLAY_LIMITS = {
  frameBytes: 4096,
  /** Commands accepted at once, and a second on. */
  commandBurst: 20,
  commandsPerSecond: 10,
  bufferedBytes: 256 * 1024,
  stalledMs: 30_000,
  idleMs: 600_000,
} as const;

const CLOSE = { normal: 1000, unsupported: 1003, policy: 1008, tooLarge: 1009 } as const;
const RETRY_MS = 100;

/**
 * Streams a sample to one reader: a `hello`, bars at the asked speed, an `end`. A reader that does not follow is
 * waited for, and let go after 30 s; a paused one after ten minutes without a command.
 *
 * @param onEnd called once, when the session is over for whatever reason
 */
export function startReplay(
  sample: ReplaySample,
  query: ReplayQuery,
  socket: ReplaySocket,
  clock: ReplayClock,
  onEnd: () => void,
): ReplaySession {
  const session = new Session(sample, query, socket, clock, onEnd);
  session.start();
  return session;
}

class Session implements ReplaySession {
  readonly #sample: ReplaySample;
  readonly #first: number;
  readonly #total: number;
  readonly #socket: ReplaySocket;
  readonly #clock: ReplayClock;
  readonly #onEnd: () => void;
  readonly #pacer: ReplayPacer;
  #cancel: () => void = () => undefined;
  #over = false;
  #stalledSince: number | null = null;
  #allowance: number = REPLAY_LIMITS.commandBurst;
  #lastCommand: number;

  constructor(
    sample: ReplaySample,
    query: ReplayQuery,
    socket: ReplaySocket,
    clock: ReplayClock,
    onEnd: () => void,
  ) {
    const first = sample.bars.findIndex((bar) => bar.time >= query.from);
    this.#sample = sample;
    this.#first = first === -1 ? sample.bars.length : first;
    this.#total = sample.bars.length - this.#first;
    this.#socket = socket;
    this.#clock = clock;
    this.#onEnd = onEnd;
    this.#lastCommand = clock.now();
    this.#pacer = new ReplayPacer(this.#total, query.speed, clock.now());
  }

  start(): void {
    const { instrument, interval, source } = this.#sample;
    this.#send({ type: 'hello', instrument, interval, source, total: this.#total });
    this.#tick();
  }

  message(data: unknown): void {
    if (this.#over) return;
    if (typeof data !== 'string') return this.#close(CLOSE.unsupported, 'text only');
    if (byteLength(data) > REPLAY_LIMITS.frameBytes) return this.#close(CLOSE.tooLarge, 'command too large');
    if (!this.#admit()) return this.#close(CLOSE.policy, 'too many commands');
    try {
      this.#obey(data);
    } catch (e) {
      const { code, message } = toBacktabError(e);
      this.#send({ type: 'error', code, message });
    }
    this.#tick();
  }

  closed(): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancel();
    this.#onEnd();
  }

  #obey(text: string): void {
    const command = feedCommand(text);
    const now = this.#clock.now();
    if (command.type === 'speed') this.#pacer.setSpeed(command.barsPerSecond, now);
    else if (command.type === 'pause') this.#pacer.pause(now);
    else this.#pacer.resume(now);
  }

  /** A bucket of commands that fills with time. */
  #admit(): boolean {
    const now = this.#clock.now();
    const earned = ((now - this.#lastCommand) / 1000) * REPLAY_LIMITS.commandsPerSecond;
    this.#allowance = Math.min(REPLAY_LIMITS.commandBurst, this.#allowance + Math.max(earned, 0));
    this.#lastCommand = now;
    if (this.#allowance < 1) return false;
    this.#allowance -= 1;
    return true;
  }

  #tick(): void {
    this.#cancel();
    if (this.#over) return;
    const now = this.#clock.now();
    if (this.#pacer.paused) return this.#later(REPLAY_LIMITS.idleMs, () => this.#close(CLOSE.normal, 'idle'));
    if (this.#stalled(now)) return;

    const { from, to } = this.#pacer.take(now);
    if (to > from) {
      const bars = this.#sample.bars.slice(this.#first + from, this.#first + to);
      this.#send({ type: 'bars', bars, sent: to });
    }
    const waitMs = this.#pacer.waitMs(now);
    if (waitMs !== null) return this.#later(waitMs, () => this.#tick());
    this.#send({ type: 'end' });
    this.#close(CLOSE.normal, 'end of the sample');
  }

  /** Whether the reader is too far behind; then nothing is sent and no bar becomes due. */
  #stalled(now: number): boolean {
    if (this.#socket.bufferedBytes() <= REPLAY_LIMITS.bufferedBytes) {
      this.#stalledSince = null;
      return false;
    }
    this.#stalledSince ??= now;
    this.#pacer.hold(now);
    if (now - this.#stalledSince >= REPLAY_LIMITS.stalledMs) this.#close(CLOSE.policy, 'reader too slow');
    else this.#later(RETRY_MS, () => this.#tick());
    return true;
  }

  #later(ms: number, act: () => void): void {
    this.#cancel = this.#clock.after(ms, act);
  }

  #send(message: FeedMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  #close(code: number, reason: string): void {
    if (this.#over) return;
    this.closed();
    this.#socket.close(code, reason);
  }
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Admits a bounded number of sessions at once. */
export class ReplayRoom {
  readonly #limit: number;
  #open = 0;

  /** @param limit sessions at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws BacktabError `proxy_busy` when every place is taken */
  checkSpace(): void {
    if (this.#open >= this.#limit) throw new BacktabError('proxy_busy', { limit: this.#limit });
  }

  /** Takes a place; the result gives it back, once. */
  enter(): () => void {
    this.#open += 1;
    let inside = true;
    return () => {
      if (inside) this.#open -= 1;
      inside = false;
    };
  }
}
