import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../core/fingerprint';
import { isBacktabError } from '../../core/errors';
import type { DatasetManifest } from '../../core/dataset';
import { ChangeFeed } from './changes';
import { DatasetStore } from './datasets';
import { MemoryTables } from './memory-tables';
import { DRAFT, makeBars } from './testing/sample-data';

const FLIPS = 5_000;

/** Repeatable whole numbers below `n`. */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

async function stored(): Promise<{
  tables: MemoryTables;
  datasets: DatasetStore;
  manifest: DatasetManifest;
  other: DatasetManifest;
}> {
  const tables = new MemoryTables();
  let clock = 0;
  const datasets = new DatasetStore({
    tables,
    lock: (work) => work(),
    changes: new ChangeFeed(null),
    space: {},
    chunkRows: 8,
    now: () => clock++,
  });
  const manifest = await datasets.put(DRAFT, makeBars(60));
  return { tables, datasets, manifest, other: await datasets.put(DRAFT, makeBars(20, 0, 2)) };
}

type Damage = (
  tables: MemoryTables,
  manifest: DatasetManifest,
  pick: (n: number) => number,
) => Promise<string>;

async function changeChunk(
  tables: MemoryTables,
  { chunks }: DatasetManifest,
  pick: (n: number) => number,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { key } = chunks[pick(chunks.length)]!;
  await tables.addChunk({ key, bytes: change((await tables.chunk(key))!) });
  return key;
}

const DAMAGES: readonly Damage[] = [
  (tables, manifest, pick) =>
    changeChunk(tables, manifest, pick, (bytes) => {
      const bit = pick(8 * bytes.length);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      return bytes;
    }),
  (tables, manifest, pick) =>
    changeChunk(tables, manifest, pick, (bytes) => bytes.slice(0, pick(bytes.length))),
  (tables, manifest, pick) =>
    changeChunk(tables, manifest, pick, (bytes) => new Uint8Array([...bytes, pick(256)])),
  async (tables, { chunks }, pick) => {
    const first = pick(chunks.length);
    const second = (first + 1 + pick(chunks.length - 1)) % chunks.length;
    const [a, b] = [chunks[first]!.key, chunks[second]!.key];
    const [bytesA, bytesB] = [(await tables.chunk(a))!, (await tables.chunk(b))!];
    await tables.addChunk({ key: a, bytes: bytesB });
    await tables.addChunk({ key: b, bytes: bytesA });
    return `${a} and ${b}`;
  },
  async (tables, { chunks }, pick) => {
    const { key } = chunks[pick(chunks.length)]!;
    await tables.removeChunks([key]);
    return key;
  },
  async (tables, { id }, pick) => {
    const row = (await tables.manifest(id))!;
    const at = pick(row.text.length);
    const changed = String.fromCharCode(row.text.charCodeAt(at) ^ (1 << pick(7)));
    const text = row.text.slice(0, at) + changed + row.text.slice(at + 1);
    await tables.commit({ id, expect: row.seal, row: { ...row, text }, add: [], remove: [] });
    return `manifest at ${at}`;
  },
];

describe('S6: stored bytes that changed', () => {
  it(`are found in all of ${FLIPS} cases, and touch no other dataset`, async () => {
    const { tables, datasets, manifest, other } = await stored();
    const pick = numbers(6);
    const whole = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const { key } of manifest.chunks) whole.set(key, (await tables.chunk(key))!);
    const row = (await tables.manifest(manifest.id))!;
    const undetected: string[] = [];
    for (let i = 0; i < FLIPS; i++) {
      const where = await DAMAGES[pick(100) < 70 ? 0 : 1 + pick(5)]!(tables, manifest, pick);
      const outcome = await datasets.read(manifest.id).catch((e: unknown) => e);
      if (!isBacktabError(outcome, 'dataset_damaged')) undetected.push(`case ${i}: ${where}`);
      for (const [key, bytes] of whole) await tables.addChunk({ key, bytes });
      const now = (await tables.manifest(manifest.id))!;
      await tables.commit({ id: row.id, expect: now.seal, row, add: [], remove: [] });
    }
    expect(undetected).toEqual([]);
    expect(fingerprint(await datasets.read(manifest.id))).toBe(manifest.sha256);
    expect(fingerprint(await datasets.read(other.id))).toBe(other.sha256);
  });

  it('mark the dataset, name the chunk, and leave the good chunks to be saved', async () => {
    const { tables, datasets, manifest, other } = await stored();
    const { key } = manifest.chunks[2]!;
    const bytes = (await tables.chunk(key))!;
    bytes[bytes.length >> 1]! ^= 1;
    await tables.addChunk({ key, bytes });
    await expect(datasets.read(manifest.id)).rejects.toMatchObject({
      code: 'dataset_damaged',
      params: { dataset: manifest.id, chunk: 3, reason: 'its checksum is wrong' },
    });
    const listed = await datasets.list();
    expect(listed.map(({ id, damage }) => [id, damage])).toEqual([
      [manifest.id, 'chunk 3: its checksum is wrong'],
      [other.id, null],
    ]);
    const { bars, lostChunks } = await datasets.salvage(manifest.id);
    expect(lostChunks).toEqual([3]);
    expect(bars.time).toHaveLength(52);
    await expect(datasets.append(manifest.id, makeBars(1, 60))).rejects.toMatchObject({
      code: 'dataset_damaged',
    });
  });

  it('in a manifest keep its chunks from the sweep, so that nothing more is lost', async () => {
    const { tables, datasets, manifest } = await stored();
    const row = (await tables.manifest(manifest.id))!;
    const text = row.text.replace('"rows":60', '"rows":61');
    await tables.commit({ id: row.id, expect: row.seal, row: { ...row, text }, add: [], remove: [] });
    expect(await datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
    const [listed] = (await datasets.list()).filter(({ id }) => id === manifest.id);
    expect(listed).toMatchObject({ manifest: null, damage: 'its description was changed' });
    await expect(datasets.read(manifest.id)).rejects.toMatchObject({ code: 'dataset_damaged' });
  });
});
