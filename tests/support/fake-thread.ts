import { EventEmitter } from 'node:events';
import type { RowAnswer, RowPiece } from '../../src/cli/sweep/protocol';
import type { RowThread } from '../../src/cli/sweep/row-member';
import { toBacktabError } from '../../src/core/errors';
import type { Route } from '../../src/research/sweep/row-runner';
import type { TrialRows } from '../../src/research/sweep/trial-rows';
import type { Call, Fate } from './fake-worker';
import type { Post } from './post';

/** Of all threads of a test. */
export interface Threads {
  readonly post: Post;
  /** What a worker runs. */
  readonly rows: (places: Float64Array, bars: number, route: Route) => Promise<TrialRows>;
  /** What becomes of a piece that reaches its worker. */
  readonly fate: (call: Call) => Fate;
  /** Threads that were started and have not ended. */
  readonly living: Set<FakeThread>;
  started: number;
}

/** A worker of node:worker_threads in the test's own thread, as `FakeWorker`. */
export class FakeThread extends EventEmitter implements RowThread {
  /** Pieces that it was given and has not answered. */
  inHand = 0;
  readonly #threads: Threads;
  #isDead = false;

  constructor(threads: Threads) {
    super();
    this.#threads = threads;
    threads.living.add(this);
    threads.started += 1;
  }

  postMessage(piece: RowPiece): void {
    const data = structuredClone(piece);
    this.#threads.post.add('to worker', () => void this.#hear(data));
  }

  async terminate(): Promise<number> {
    if (this.#isDead) return 1;
    this.#isDead = true;
    this.#threads.living.delete(this);
    this.#tell('exit', 1);
    return 1;
  }

  async #hear(piece: RowPiece): Promise<void> {
    if (this.#isDead) return;
    this.inHand += 1;
    const fate = this.#threads.fate({ member: 0, method: 'run' });
    if (fate === 'throws') {
      this.#tell('error', new Error('it threw'));
      await this.terminate();
    } else if (fate === 'sends what cannot be decoded') this.#tell('messageerror', new Error('not decoded'));
    else if (fate === 'is terminated') await this.terminate();
    else if (fate !== 'never answers') this.#answer(await this.#run(piece), fate);
  }

  async #run({ piece, places, bars, route }: RowPiece): Promise<RowAnswer> {
    try {
      return { piece, rows: await this.#threads.rows(places, bars, route) };
    } catch (e) {
      const { code, params } = toBacktabError(e);
      return { piece, failure: { code, params } };
    }
  }

  #answer(answer: RowAnswer, fate: Fate): void {
    if (this.#isDead) return;
    const data = structuredClone(answer);
    const told = (): void => {
      this.inHand -= 1;
      this.emit('message', data);
    };
    if (fate === 'answers late') this.#threads.post.addLate('to page', told);
    else this.#threads.post.add('to page', told);
    if (fate === 'answers twice') this.#tell('message', data);
  }

  #tell(event: string, value: unknown): void {
    this.#threads.post.add('to page', () => this.emit(event, value));
  }
}
