import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BacktabError } from '../../core/errors';
import { fingerprint } from '../../core/fingerprint';
import { openStore, type StoreOptions } from './open-store';
import type { WorkspaceStore } from './workspace-store';
import { DRAFT, makeBars } from './testing/sample-data';

const CHUNKS = 40;
const CHUNK_ROWS = 4;
/** One write a chunk, one for the manifest. */
const WRITES = CHUNKS + 1;

const SPACE = { estimate: async () => ({ usage: 900, quota: 1_000 }) };
const large = makeBars(CHUNKS * CHUNK_ROWS);
const small = makeBars(6, 0, 3);

interface Place {
  readonly open: (options?: StoreOptions) => Promise<WorkspaceStore>;
  readonly factory: IDBFactory;
}

let names = 0;

function place(): Place {
  const factory = new IDBFactory();
  const options: StoreOptions = {
    name: `faults-${names++}`,
    chunkRows: CHUNK_ROWS,
    space: SPACE,
    database: { indexedDB: factory, IDBKeyRange },
  };
  return { open: (more) => openStore({ ...options, ...more }), factory };
}

type Fault = (store: IDBObjectStore, request: IDBRequest) => void;

/** Lets writes fail from the k-th on: once, or all that follow. */
function failWrites(k: number, forever: boolean, fault: Fault): { stop: () => void } {
  const put = IDBObjectStore.prototype.put;
  let writes = 0;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    writes++;
    const request = put.apply(this, args as Parameters<typeof put>);
    if (writes === k || (forever && writes > k)) fault(this, request);
    return request;
  });
  return { stop: () => spy.mockRestore() };
}

const throwing =
  (name: string): Fault =>
  () => {
    throw new DOMException(name, name);
  };

/** The write succeeds, then its transaction ends with the error inside, as browsers report a full disk at commit. */
const aborting =
  (name: string): Fault =>
  (store, request) => {
    const transaction = store.transaction as unknown as { _abort(name: string): void };
    request.addEventListener('success', () => transaction._abort(name));
  };

afterEach(() => vi.restoreAllMocks());

/** What an import among failing writes left behind. */
interface Trial {
  /** Code of the failure, or `stored`. */
  readonly outcome: string;
  readonly params: object;
  readonly datasets: number;
  /** Whether the earlier dataset and the one stored by a second try are what they should be. */
  readonly earlierWhole: boolean;
  readonly retryWhole: boolean;
  /** Chunks that no manifest names after a sweep. */
  readonly orphans: number;
}

async function trial(k: number, forever: boolean, fault: Fault): Promise<Trial> {
  const store = await place().open();
  const { datasets } = store;
  const earlier = await datasets.put(DRAFT, small);
  const failing = failWrites(k, forever, fault);
  const failure = await datasets.put(DRAFT, large).then(
    () => null,
    (e: unknown) => e as BacktabError,
  );
  failing.stop();
  const listed = (await datasets.list()).length;
  const earlierWhole = fingerprint(await datasets.read(earlier.id)) === earlier.sha256;
  const again = await datasets.put(DRAFT, large);
  const retryWhole = fingerprint(await datasets.read(again.id)) === fingerprint(large);
  await datasets.sweepOrphans();
  const { chunks: orphans } = await datasets.sweepOrphans();
  store.close();
  const outcome = failure?.code ?? 'stored';
  return { outcome, params: failure?.params ?? {}, datasets: listed, earlierWhole, retryWhole, orphans };
}

async function trials(forever: boolean, fault: Fault): Promise<Trial[]> {
  const all: Trial[] = [];
  for (let k = 1; k <= WRITES; k++) all.push(await trial(k, forever, fault));
  return all;
}

const sound = { earlierWhole: true, retryWhole: true, orphans: 0 };
const everyWrite = Array.from({ length: WRITES }, (_, i) => i + 1);

describe('S1: the disk is full at the k-th write of an import', () => {
  const full = {
    ...sound,
    outcome: 'storage_full',
    params: { neededBytes: 8 * 7 * CHUNKS * CHUNK_ROWS, freeBytes: 100 },
    datasets: 1,
  };

  it.each([
    ['bare, once', false, throwing('QuotaExceededError')],
    ['bare, from then on', true, throwing('QuotaExceededError')],
    ['inside AbortError, once', false, aborting('QuotaExceededError')],
    ['inside AbortError, from then on', true, aborting('QuotaExceededError')],
  ])('%s', async (_, forever, fault) => {
    expect(await trials(forever, fault)).toEqual(everyWrite.map(() => full));
  });

  it('gives up datasets that wait to be restored before it fails', async () => {
    const store = await place().open();
    const { id } = await store.datasets.put(DRAFT, small);
    await store.datasets.remove(id);
    failWrites(5, false, throwing('QuotaExceededError'));
    await store.datasets.put(DRAFT, large);
    expect(await store.datasets.list()).toHaveLength(1);
    await expect(store.datasets.restore(id)).rejects.toMatchObject({ code: 'dataset_missing' });
  });

  it('leaves a dataset as it was when an append fails', async () => {
    const store = await place().open();
    const { id, sha256 } = await store.datasets.put(DRAFT, small);
    for (const k of [1, 2, 3, 4]) {
      const failing = failWrites(k, true, aborting('QuotaExceededError'));
      await expect(store.datasets.append(id, makeBars(8, 6))).rejects.toMatchObject({ code: 'storage_full' });
      failing.stop();
      expect(fingerprint(await store.datasets.read(id))).toBe(sha256);
    }
    await store.datasets.append(id, makeBars(8, 6));
    expect((await store.datasets.read(id)).time).toHaveLength(14);
  });
});

describe('S2: the database fails at the k-th write of an import', () => {
  const failed = { outcome: 'storage_unavailable', datasets: 1, ...sound };
  const stored = { outcome: 'stored', datasets: 2, ...sound };

  it.each([
    ['InvalidStateError', false, stored],
    ['InvalidStateError', true, failed],
    ['UnknownError', false, stored],
    ['UnknownError', true, failed],
    ['DataError', false, failed],
  ])('%s, from then on: %s', async (name, forever, expected) => {
    const all = await trials(forever, throwing(name));
    expect(all).toMatchObject(everyWrite.map(() => expected));
  });

  it('is opened again when its connection was closed', async () => {
    const { open, factory } = place();
    const store = await open();
    const { id } = await store.datasets.put(DRAFT, small);
    const connections = (
      factory as unknown as { _databases: Map<string, { connections: { close(): void }[] }> }
    )._databases;
    for (const { connections: all } of connections.values()) for (const connection of all) connection.close();
    expect((await store.datasets.read(id)).time).toHaveLength(6);
  });
});

describe('S3: the tab is killed at the k-th write of an import', () => {
  it('and the next start finds whole datasets only, with nothing left over', async () => {
    let leftOver = 0;
    for (const k of everyWrite) {
      const { open, factory } = place();
      let dead = false;
      const connect = factory.open.bind(factory);
      const mortal = { open: (...args: Parameters<typeof connect>) => (dead ? {} : connect(...args)) };
      const database = { indexedDB: mortal as unknown as IDBFactory, IDBKeyRange };
      const dying = await open({ database });
      const earlier = await dying.datasets.put(DRAFT, small);
      let writes = 0;
      const put = IDBObjectStore.prototype.put;
      const killed = new Promise<void>((resolve) => {
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
          this: IDBObjectStore,
          ...args
        ) {
          const request = put.apply(this, args as Parameters<typeof put>);
          if (++writes === k) {
            dead = true; // it never gets a connection again
            this.transaction.abort();
            resolve();
          }
          return request;
        });
      });
      void dying.datasets.put(DRAFT, large);
      await killed;
      vi.restoreAllMocks();
      const next = await open({ lock: (work) => work() }); // the lock of a dead tab is free
      leftOver += (await next.datasets.sweepOrphans()).chunks;
      const listed = await next.datasets.list();
      expect(listed.map(({ id }) => id)).toContain(earlier.id);
      for (const { id, manifest } of listed) {
        expect(fingerprint(await next.datasets.read(id))).toBe(manifest!.sha256);
      }
      expect(await next.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
    }
    expect(leftOver).toBeGreaterThan(CHUNKS);
  });
});
