import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

/** Imports while writes fail, and holds what must then be true. */
async function survives(k: number, forever: boolean, fault: Fault, code: string): Promise<void> {
  const { open } = place();
  const store = await open();
  const earlier = await store.datasets.put(DRAFT, small);
  const failing = failWrites(k, forever, fault);
  const outcome = await store.datasets.put(DRAFT, large).catch((e: unknown) => e);
  failing.stop();
  if (outcome instanceof Error) {
    expect(outcome).toMatchObject({ code });
    if (code === 'storage_full')
      expect(outcome).toMatchObject({ params: { neededBytes: 8 * 7 * 160, freeBytes: 100 } });
    expect(await store.datasets.list()).toHaveLength(1);
  } else {
    expect(await store.datasets.list()).toHaveLength(2);
  }
  expect(fingerprint(await store.datasets.read(earlier.id))).toBe(earlier.sha256);
  const again = await store.datasets.put(DRAFT, large);
  expect(fingerprint(await store.datasets.read(again.id))).toBe(fingerprint(large));
  await store.datasets.sweepOrphans();
  expect(await store.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
  store.close();
}

const everyWrite = Array.from({ length: WRITES }, (_, i) => i + 1);

describe('S1: the disk is full at the k-th write of an import', () => {
  for (const [shape, fault] of [
    ['bare', throwing('QuotaExceededError')],
    ['inside AbortError', aborting('QuotaExceededError')],
  ] as const) {
    it.each([false, true])(`${shape}, from then on: %s`, async (forever) => {
      for (const k of everyWrite) await survives(k, forever, fault, 'storage_full');
    });
  }

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
  it.each(['InvalidStateError', 'UnknownError', 'DataError'])('%s, once and from then on', async (name) => {
    for (const k of everyWrite) await survives(k, k % 2 === 0, throwing(name), 'storage_unavailable');
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
