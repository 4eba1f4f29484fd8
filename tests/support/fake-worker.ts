import * as Comlink from 'comlink';
import type { Post } from './post';

/** What becomes of the answer to a call. */
export type Fate =
  | 'answers'
  | 'answers twice'
  | 'answers late'
  | 'never answers'
  | 'throws'
  | 'sends what cannot be decoded'
  | 'is terminated';

export const FATES: readonly Fate[] = [
  'answers',
  'answers twice',
  'answers late',
  'never answers',
  'throws',
  'sends what cannot be decoded',
  'is terminated',
];

/** What comlink sends; of kinds other than calls there is only the release of a proxy. */
interface Message {
  readonly id: string;
  readonly type: string;
  readonly path: readonly string[];
}

/** A call that reaches a worker. */
export interface Call {
  /** Number of the member of its pool that the worker was started for; 0 where that is not told. */
  readonly member: number;
  /** As `run`. */
  readonly method: string;
}

/** Of all workers of a test. */
export interface Workforce {
  readonly post: Post;
  /** The worker's own service. */
  readonly service: () => object;
  /** What becomes of a call that reaches its worker. */
  readonly fate: (call: Call) => Fate;
  /** Workers that were started and not yet terminated. */
  readonly living: Set<FakeWorker>;
  started: number;
}

/**
 * A web worker in the page's own thread, with a service that is exposed as in a real one. Messages are cloned and go by
 * `Post`; a terminated worker hears and says nothing, except for what was on its way.
 */
export class FakeWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  /** Calls that it was given and has not answered. */
  inHand = 0;
  readonly #force: Workforce;
  readonly #member: number;
  readonly #inside = new EventTarget();
  #isDead = false;
  /** Of calls that are being answered, what becomes of each. */
  readonly #fates = new Map<string, Fate>();

  /** @param member  number of the member of its pool */
  constructor(force: Workforce, member: number) {
    super();
    this.#force = force;
    this.#member = member;
    force.living.add(this);
    force.started += 1;
    const inside = this.#inside;
    Comlink.expose(force.service(), {
      addEventListener: inside.addEventListener.bind(inside),
      removeEventListener: inside.removeEventListener.bind(inside),
      postMessage: (answer: { readonly id: string }, transfer?: Transferable[]) =>
        this.#answer(answer, transfer ?? []),
    });
  }

  postMessage(message: Message, given: unknown = []): void {
    if (message.type !== 'APPLY') return;
    const data = structuredClone(message, { transfer: Array.isArray(given) ? given : [] });
    this.#force.post.add('to worker', () => this.#hear(data));
  }

  terminate(): void {
    this.#isDead = true;
    this.#force.living.delete(this);
  }

  #hear(data: Message): void {
    if (this.#isDead) return;
    this.inHand += 1;
    const fate = this.#force.fate({ member: this.#member, method: data.path.join('.') });
    if (fate === 'throws') this.#tell(Object.assign(new Event('error'), { message: 'it threw' }));
    else if (fate === 'sends what cannot be decoded') this.#tell(new Event('messageerror'));
    else if (fate === 'is terminated') this.terminate();
    else if (fate !== 'never answers') {
      this.#fates.set(data.id, fate);
      this.#inside.dispatchEvent(new MessageEvent('message', { data }));
    }
  }

  #answer(answer: { readonly id: string }, transfer: Transferable[]): void {
    if (this.#isDead) return;
    const data: unknown = structuredClone(answer, { transfer });
    const told = (): void => {
      this.inHand -= 1;
      this.dispatchEvent(new MessageEvent('message', { data }));
    };
    const fate = this.#fates.get(answer.id);
    if (fate === 'answers late') this.#force.post.addLate('to page', told);
    else this.#force.post.add('to page', told);
    if (fate === 'answers twice') this.#tell(new MessageEvent('message', { data }));
  }

  #tell(event: Event): void {
    this.#force.post.add('to page', () => this.dispatchEvent(event));
  }
}
