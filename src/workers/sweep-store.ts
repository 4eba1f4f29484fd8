import { openSweepRecords, type SweepRecord, type SweepRecords } from '../data/store/sweep-records';
import type { SweepJournal } from '../research/sweep/journal';
import { storageError } from '../data/store/storage-error';
import { decodeRows, encodeRows } from '../research/sweep/rows-codec';
import type { KeptSweep, SweepRequest } from './protocol';

/** Sweeps whose parts are kept: the newest ones. */
const MOST_KEPT = 4;

/** Held while a sweep runs, in whichever tab: such a sweep was not cut short. */
const lockOf = (id: string): string => `backtab-sweep-${id}`;

/** The journals of sweeps in the browser's store. A store that fails only costs what it would have kept. */
export class SweepStore {
  readonly #opening: Promise<SweepRecords> = openSweepRecords();

  /** A journal of a sweep that begins or goes on. */
  async journal(id: string, request: SweepRequest): Promise<StoredJournal> {
    const store = await this.#opening;
    const known = await store.sweeps.get(id).catch(() => undefined);
    const record: SweepRecord = {
      ...(known ?? { id, parts: [], done: 0, total: 0 }),
      request,
      finished: false,
      at: Date.now(),
    };
    const journal = new StoredJournal(store, record, () => this.forget(id));
    await holdLock(lockOf(id), journal.closed);
    await this.#forgetOld(id).catch(() => undefined);
    return journal;
  }

  /** Sweeps that were begun and did not end, newest first. */
  async kept(): Promise<readonly KeptSweep[]> {
    const { sweeps } = await this.#opening;
    const records = await sweeps.list();
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    const running = new Set(held.map(({ name }) => name));
    return records
      .filter(({ id, finished, parts }) => !finished && parts.length > 0 && !running.has(lockOf(id)))
      .sort((a, b) => b.at - a.at)
      .map(({ id, request, done, total, at }) => ({ id, request: request as SweepRequest, done, total, at }));
  }

  /** Deletes what is kept of a sweep. */
  async forget(id: string): Promise<void> {
    const { sweeps, sweepParts } = await this.#opening;
    const record = await sweeps.get(id);
    for (const part of record?.parts ?? []) await sweepParts.delete(`${id}/${part}`);
    await sweeps.delete(id);
  }

  async #forgetOld(current: string): Promise<void> {
    const { sweeps } = await this.#opening;
    const others = (await sweeps.list()).filter(({ id }) => id !== current).sort((a, b) => b.at - a.at);
    for (const { id } of others.slice(MOST_KEPT - 1)) await this.forget(id);
  }
}

/** Takes a lock until `released`; another tab that holds it is not waited for. */
function holdLock(name: string, released: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    if (!navigator.locks) resolve();
    else
      void navigator.locks.request(name, { ifAvailable: true }, () => {
        resolve();
        return released;
      });
  });
}

/** The parts of one sweep in the store. */
export class StoredJournal implements SweepJournal {
  /** Why parts are not kept any more; null while they are. */
  failure: unknown = null;
  readonly #store: SweepRecords;
  #record: SweepRecord;
  #done = 0;
  #total = 0;
  readonly #forget: () => Promise<void>;
  #close: () => void = () => undefined;
  /** Settles when the sweep is over, one way or another. */
  readonly closed = new Promise<void>((resolve) => (this.#close = resolve));

  constructor(store: SweepRecords, record: SweepRecord, forget: () => Promise<void>) {
    this.#store = store;
    this.#record = record;
    this.#forget = forget;
  }

  /** The sweep does not run any more. */
  close(): void {
    this.#close();
  }

  /** Deletes what was kept: the sweep was given up. */
  async discard(): Promise<void> {
    await this.#forget().catch((e: unknown) => (this.failure ??= storageError(e, 0, 0)));
  }

  /** Takes note of the progress, which is kept with the next part. */
  tell(done: number, total: number): void {
    this.#done = done;
    this.#total = total;
  }

  async recall(part: string): Promise<ReturnType<typeof decodeRows>> {
    const { id, parts } = this.#record;
    if (!parts.includes(part)) return null;
    const record = await this.#store.sweepParts.get(`${id}/${part}`).catch(() => undefined);
    return record ? decodeRows(record.bytes) : null;
  }

  async record(part: string, rows: Parameters<typeof encodeRows>[0]): Promise<void> {
    if (this.failure !== null) return;
    const parts = this.#record.parts.includes(part) ? this.#record.parts : [...this.#record.parts, part];
    const bytes = encodeRows(rows);
    try {
      await this.#store.sweepParts.put({ id: `${this.#record.id}/${part}`, bytes });
      await this.#put({ parts });
    } catch (e) {
      this.failure = storageError(e, bytes.length, 0);
    }
  }

  /** Marks the sweep as ended; its parts stay, so that the same one comes at once. */
  async finish(): Promise<void> {
    await this.#put({ finished: true }).catch((e: unknown) => (this.failure ??= storageError(e, 0, 0)));
  }

  async #put(change: Partial<SweepRecord>): Promise<void> {
    this.#record = { ...this.#record, done: this.#done, total: this.#total, ...change };
    await this.#store.sweeps.put(this.#record);
  }
}
