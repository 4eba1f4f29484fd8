import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { BAR_COLUMNS, sliceBars, type Bars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import { fingerprint } from '../../core/fingerprint';
import type { DatasetId } from '../../core/nominal';
import type { StoreChange } from './changes';
import { openStore, type StoreOptions } from './open-store';
import { DRAFT, makeBars } from './testing/sample-data';
import type { WorkspaceStore } from './workspace-store';

const BACKENDS: Record<string, () => StoreOptions> = {
  memory: () => ({ memory: true }),
  indexeddb: () => ({ database: { indexedDB: new IDBFactory(), IDBKeyRange } }),
};

let names = 0;

const open = (options: StoreOptions): Promise<WorkspaceStore> =>
  openStore({ name: `conformance-${names++}`, chunkRows: 8, space: {}, ...options });

function expectBars(actual: Bars, expected: Bars): void {
  for (const name of BAR_COLUMNS) expect(actual[name]).toMatchColumn(expected[name]);
  expect(Object.keys(actual.extra)).toEqual(Object.keys(expected.extra));
  for (const [name, column] of Object.entries(expected.extra))
    expect(actual.extra[name]!).toMatchColumn(column);
}

describe.each(Object.entries(BACKENDS))('a store in %s', (kind, backend) => {
  it('gives back what was put, in whole chunks and a rest', async () => {
    const store = await open(backend());
    expect([store.kind, store.fallback]).toEqual([kind, null]);
    for (const rows of [0, 1, 7, 8, 9, 40]) {
      const bars = makeBars(rows);
      const manifest = await store.datasets.put(DRAFT, bars);
      expect(manifest).toMatchObject({
        name: 'Test',
        rows,
        sha256: fingerprint(bars),
        extraColumns: ['adjclose'],
      });
      expect(manifest.chunks).toHaveLength(Math.ceil(rows / 8));
      expectBars(await store.datasets.read(manifest.id), bars);
      expect(await store.datasets.manifest(manifest.id)).toEqual(manifest);
    }
    expect(await store.datasets.list()).toHaveLength(6);
  });

  it('keeps every value to the last bit, before 1970 and between milliseconds too', async () => {
    const store = await open(backend());
    const bars = makeBars(3);
    bars.time.set([Date.UTC(1700, 0, 1), -0.001, Date.UTC(2199, 11, 31) + 0.999]);
    bars.extra['adjclose']!.set([NaN, -0, 5e-324]);
    const { id } = await store.datasets.put(DRAFT, bars);
    const read = await store.datasets.read(id);
    expect([...read.time]).toEqual([...bars.time]);
    expect([...read.extra['adjclose']!]).toEqual([NaN, -0, 5e-324]);
  });

  it('appends in order, over the end of a chunk', async () => {
    const store = await open(backend());
    const all = makeBars(30);
    let manifest = await store.datasets.put(DRAFT, sliceBars(all, 0, 5));
    const firstKey = manifest.chunks[0]!.key;
    for (let at = 5; at < 30; at += 5) {
      manifest = await store.datasets.append(manifest.id, sliceBars(all, at, at + 5));
    }
    expect(manifest).toMatchObject({ rows: 30, sha256: fingerprint(all), lastTime: all.time[29] });
    expect(manifest.chunks.map((chunk) => chunk.rows)).toEqual([8, 8, 8, 6]);
    expect(manifest.chunks[0]!.key).not.toBe(firstKey);
    expectBars(await store.datasets.read(manifest.id), all);
    expect(await store.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
  });

  it('merges bars that come late or again, and moves the rows of its notes with them', async () => {
    const store = await open(backend());
    const all = makeBars(20);
    const odd = { ...sliceBars(all, 0, 0) } as Record<string, unknown>;
    const pick = (parity: number): Bars => {
      const take = (column: Float64Array<ArrayBuffer>) => column.filter((_, i) => i % 2 === parity);
      for (const name of BAR_COLUMNS) odd[name] = take(all[name]);
      return { ...odd, extra: { adjclose: take(all.extra['adjclose']!) } } as unknown as Bars;
    };
    const { id } = await store.datasets.put(DRAFT, pick(1));
    const merged = await store.datasets.append(id, pick(0));
    expect(merged.report.notes[0]!.rows).toEqual([3, 11]);
    expectBars(await store.datasets.read(id), all);
    const changed = makeBars(2, 4, 9);
    await store.datasets.append(id, changed);
    const read = await store.datasets.read(id);
    expect(read.time).toHaveLength(20);
    expectBars(sliceBars(read, 4, 6), changed);
  });

  it('appends bars without the extra columns', async () => {
    const store = await open(backend());
    const { id } = await store.datasets.put(DRAFT, makeBars(2));
    await store.datasets.append(id, { ...makeBars(1, 2), extra: {} });
    expect((await store.datasets.read(id)).extra['adjclose']![2]).toBeNaN();
  });

  it('loses no append when two write at once, with and without a lock', async () => {
    for (const lock of [undefined, <T>(work: () => Promise<T>) => work()]) {
      const options = { ...backend(), name: `shared-${names++}`, ...(lock ? { lock } : {}) };
      const first = await open(options);
      const second = kind === 'memory' ? first : await open(options);
      const all = makeBars(61);
      const { id } = await first.datasets.put(DRAFT, sliceBars(all, 0, 1));
      await Promise.all(
        Array.from({ length: 20 }, (_, k) => {
          const store = k % 2 === 0 ? first : second;
          const from = 1 + 3 * ((k * 7) % 20);
          return store.datasets.append(id, sliceBars(all, from, from + 3));
        }),
      );
      expectBars(await second.datasets.read(id), all);
      expect((await first.datasets.manifest(id)).sha256).toBe(fingerprint(all));
      expect(await first.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
    }
  });

  it('renames without losing rows that are appended meanwhile', async () => {
    const store = await open(backend());
    const all = makeBars(12);
    const { id } = await store.datasets.put(DRAFT, sliceBars(all, 0, 4));
    await Promise.all([
      store.datasets.append(id, sliceBars(all, 4, 8)),
      store.datasets.rename(id, 'Renamed'),
      store.datasets.append(id, sliceBars(all, 8, 12)),
    ]);
    const manifest = await store.datasets.manifest(id);
    expect(manifest).toMatchObject({ name: 'Renamed', rows: 12, sha256: fingerprint(all) });
    expectBars(await store.datasets.read(id), all);
    const missing = store.datasets.rename('ds-none' as DatasetId, 'x');
    await expect(missing).rejects.toMatchObject({ code: 'dataset_missing' });
  });

  it('removes, restores, and forgets after a sweep', async () => {
    let now = 1_000;
    const store = await open({ ...backend(), now: () => now });
    const { id } = await store.datasets.put(DRAFT, makeBars(20));
    await store.datasets.remove(id);
    expect(await store.datasets.list()).toEqual([]);
    await expect(store.datasets.read(id)).rejects.toMatchObject({ code: 'dataset_missing' });
    await store.datasets.restore(id);
    expectBars(await store.datasets.read(id), makeBars(20));
    await store.datasets.remove(id);
    expect(await store.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
    now += 60_000;
    expect(await store.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 1 });
    await expect(store.datasets.restore(id)).rejects.toMatchObject({ code: 'dataset_missing' });
  });

  it('refuses what is not a table of bars', async () => {
    const store = await open(backend());
    const bars = makeBars(3);
    expect(() => store.datasets.put(DRAFT, { ...bars, close: bars.close.subarray(1) })).toThrow(
      expect.objectContaining({ code: 'length_mismatch' }),
    );
    bars.time[2] = bars.time[1]!;
    expect(() => store.datasets.put(DRAFT, bars)).toThrow(
      expect.objectContaining({ code: 'setting_invalid' }),
    );
    const missing = 'ds-0' as DatasetId;
    await expect(store.datasets.manifest(missing)).rejects.toMatchObject({ code: 'dataset_missing' });
    await expect(store.datasets.append(missing, makeBars(1))).rejects.toMatchObject({
      code: 'dataset_missing',
    });
    await expect(store.datasets.remove(missing)).rejects.toMatchObject({ code: 'dataset_missing' });
  });

  it('keeps scripts, runs and settings apart, as copies', async () => {
    const store = await open(backend());
    const script = { id: 'a', name: 'Golden cross', source: 'plot(close)', updatedAt: 1 };
    await store.scripts.put({ ...script, id: 'b' });
    await store.scripts.put(script);
    await store.settings.put({ id: 'a', value: { theme: 'dark' } });
    expect((await store.scripts.list()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await store.scripts.get('a')).toEqual(script);
    expect(await store.scripts.get('a')).not.toBe(script);
    expect(await store.settings.get('a')).toEqual({ id: 'a', value: { theme: 'dark' } });
    await store.scripts.delete('a');
    expect(await store.scripts.get('a')).toBeUndefined();
    expect(await store.runs.list()).toEqual([]);
  });

  it('tells changes until it is told not to', async () => {
    const store = await open(backend());
    const heard: StoreChange[] = [];
    const stop = store.subscribe((change) => heard.push(change));
    const { id } = await store.datasets.put(DRAFT, makeBars(1));
    await store.datasets.append(id, makeBars(1, 1));
    await store.datasets.remove(id);
    await store.settings.put({ id: 'theme', value: 'dark' });
    stop();
    await store.datasets.restore(id);
    expect(heard).toEqual([
      { table: 'datasets', id },
      { table: 'datasets', id },
      { table: 'datasets', id },
      { table: 'settings', id: 'theme' },
    ]);
  });

  it('stops a cancelled import without a trace', async () => {
    const store = await open(backend());
    const cancelled = new BacktabError('cancelled', { work: 'Import' });
    const job = {
      checkpoint: (done: number) => (done === 3 ? Promise.reject(cancelled) : Promise.resolve()),
    };
    await expect(store.datasets.put(DRAFT, makeBars(40), job)).rejects.toBe(cancelled);
    expect(await store.datasets.list()).toEqual([]);
    expect(await store.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
  });
});

describe('a store over the browser', () => {
  it('falls back to memory, and says why, when there is no database', async () => {
    const broken = {
      open: () => {
        throw new DOMException('Site data is blocked.', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const store = await open({ database: { indexedDB: broken, IDBKeyRange } });
    expect(store.kind).toBe('memory');
    expect(store.fallback).toMatchObject({ code: 'storage_unavailable' });
    const { id } = await store.datasets.put(DRAFT, makeBars(3));
    expect((await store.datasets.read(id)).time).toHaveLength(3);
    expect(await store.persist()).toBe(false);
    expect((await store.usage()).usedBytes).toBeGreaterThan(0);
  });

  it('tells used and free bytes, and asks to be kept', async () => {
    const space = { estimate: async () => ({ usage: 10, quota: 100 }), persist: async () => true };
    const store = await open({ database: { indexedDB: new IDBFactory(), IDBKeyRange }, space });
    expect(await store.usage()).toEqual({ usedBytes: 10, freeBytes: 90 });
    expect(await store.persist()).toBe(true);
  });

  it('hears the changes of another tab', async () => {
    const options = { database: { indexedDB: new IDBFactory(), IDBKeyRange }, name: `tabs-${names++}` };
    const [here, there] = [await open(options), await open(options)];
    const heard = new Promise((resolve) => here.subscribe(resolve));
    await there.settings.put({ id: 'theme', value: 'dark' });
    expect(await heard).toEqual({ table: 'settings', id: 'theme' });
    here.close();
    there.close();
  });
});
