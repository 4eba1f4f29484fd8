import { Worker } from 'node:worker_threads';
import { BacktabError } from '../../core/errors';
import type { WriteBytes } from './answers';
import type { FromWorker, ToWorker, WorkerStart } from './protocol';
import { Queue } from './queue';

/** How often lines are tried again after a worker was lost with them. */
const TRIES = 3;

/** Answers of some lines, as they come. */
interface Ticket {
  readonly lines: readonly string[];
  readonly parts: Queue<{ readonly bytes: Uint8Array; readonly taken: () => void }>;
  /** Bytes that came. */
  received: number;
}

/** Workers that answer lines of requests; what they write is in the order of the lines. */
export class AnswerPool {
  readonly #members: readonly Member[];

  /**
   * @param code   the built worker
   * @param size   workers, 1 or more
   */
  constructor(code: URL, size: number, start: WorkerStart) {
    this.#members = Array.from({ length: size }, (_, i) => new Member(i + 1, code, start));
  }

  /**
   * Deals lists of lines out: each worker takes the next when it is done with one. A lost worker is replaced
   * and goes on where it stopped. Text that waits for its turn is bounded.
   *
   * @param write  receives all answers in order
   * @returns      what the backends had to say
   * @throws BacktabError `worker_lost` when lines are lost with a worker again and again; whatever `write` throws
   */
  async run(work: AsyncIterator<readonly string[]>, write: WriteBytes): Promise<ReadonlySet<string>> {
    const order = new Queue<Ticket>();
    const notes = new Set<string>();
    const answer = async (member: Member): Promise<void> => {
      for (let next = await work.next(); !next.done; next = await work.next()) {
        const ticket: Ticket = { lines: next.value, parts: new Queue(), received: 0 };
        order.push(ticket);
        const note = await member.answer(ticket);
        if (note !== null) notes.add(note);
      }
    };
    const answering = Promise.all(this.#members.map(answer)).then(
      () => order.end(),
      (e: unknown) => order.fail(e),
    );
    try {
      for await (const { parts } of order) {
        for await (const { bytes, taken } of parts) {
          await write(bytes);
          taken();
        }
      }
      await answering;
    } finally {
      this.close();
    }
    return notes;
  }

  /** Ends all workers. */
  close(): void {
    for (const member of this.#members) member.close();
  }
}

class Member {
  readonly #name: string;
  readonly #code: URL;
  readonly #start: WorkerStart;
  #worker: Worker | null = null;
  #isClosed = false;

  constructor(number: number, code: URL, start: WorkerStart) {
    this.#name = `compute ${number}`;
    this.#code = code;
    this.#start = start;
  }

  /** Has a ticket's lines answered; the note of the worker that did it. */
  async answer(ticket: Ticket): Promise<string | null> {
    try {
      for (let attempt = 1; ; attempt++) {
        const end = await this.#try(ticket);
        if ('note' in end) {
          ticket.parts.end();
          return end.note;
        }
        if (attempt === TRIES || this.#isClosed) {
          throw new BacktabError('worker_lost', { worker: this.#name, reason: end.lost });
        }
      }
    } catch (e) {
      ticket.parts.fail(e);
      throw e;
    }
  }

  #try(ticket: Ticket): Promise<{ readonly note: string | null } | { readonly lost: string }> {
    return new Promise((resolve) => {
      if (this.#isClosed) {
        resolve({ lost: 'closed' });
        return;
      }
      const worker = (this.#worker ??= this.#started());
      const lose = (lost: string): void => {
        if (this.#worker === worker) this.#worker = null;
        worker.removeAllListeners('message');
        resolve({ lost });
      };
      worker.removeAllListeners();
      worker.on('error', (e: unknown) => lose(e instanceof Error ? e.message : String(e)));
      worker.on('exit', (code) => lose(`it ended with ${code}`));
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'done') {
          resolve({ note: message.note });
          return;
        }
        const { bytes } = message;
        ticket.received += bytes.byteLength;
        ticket.parts.push({ bytes, taken: () => post(worker, { kind: 'taken', bytes: bytes.byteLength }) });
      });
      post(worker, { kind: 'work', lines: ticket.lines, skip: ticket.received });
    });
  }

  #started(): Worker {
    return new Worker(this.#code, { workerData: this.#start });
  }

  close(): void {
    this.#isClosed = true;
    void this.#worker?.terminate();
  }
}

const post = (worker: Worker, message: ToWorker): void => worker.postMessage(message);
