import { barCount, type Bars } from '../../core/bars';
import type {
  ChunkEntry,
  DatasetManifest,
  DataSource,
  Instrument,
  Interval,
  QualityReport,
} from '../../core/dataset';
import { BacktabError } from '../../core/errors';
import { UNWATCHED, type Job } from '../../core/job';
import type { DatasetId } from '../../core/nominal';
import { checkBars } from '../bars/check';
import { joinBars } from '../bars/join';
import { mergeBars } from '../bars/merge';
import type { ChangeFeed } from './changes';
import { packChunk, randomName, unpackChunk, type PackedChunk } from './chunks';
import { appended, bytesOf, emptyBars, listingOf, manifestOf, sumRows } from './dataset-manifest';
import { openManifest, sealManifest } from './manifest';
import { isQuotaError, storageError } from './storage-error';
import { measureSpace, type StorageSpace } from './storage-space';
import type { ManifestRow, StoreTables } from './tables';
import type { WriterLock } from './writer-lock';

/** What a new dataset is, besides its bars. */
export interface DatasetDraft {
  readonly name: string;
  readonly instrument: Instrument;
  readonly interval: Interval;
  readonly source: DataSource;
  readonly report: QualityReport;
}

/** A dataset as listed: its manifest, or what is wrong with it. */
export interface DatasetListing {
  readonly id: DatasetId;
  /** null when the manifest itself is damaged. */
  readonly manifest: DatasetManifest | null;
  /** What was found damaged, or null. */
  readonly damage: string | null;
}

/** What could be read of a damaged dataset. */
export interface Salvage {
  readonly bars: Bars;
  /** Numbers of the lost chunks, from 1. */
  readonly lostChunks: readonly number[];
}

/** What a sweep removed. */
export interface Swept {
  readonly chunks: number;
  readonly datasets: number;
}

/** What the dataset store works with. */
export interface DatasetParts {
  readonly tables: StoreTables;
  readonly lock: WriterLock;
  readonly changes: ChangeFeed;
  readonly space: StorageSpace;
  readonly chunkRows: number;
  readonly now: () => number;
}

interface Stored {
  readonly row: ManifestRow;
  readonly manifest: DatasetManifest;
  readonly bars: Bars;
}

/** For as long a removed dataset can be restored, even when another tab starts and sweeps. */
const UNDO_MS = 60_000;

/**
 * Datasets of this device. A dataset is visible only when whole: its chunks are written first,
 * under keys nobody names yet, then one transaction writes the manifest that names them.
 */
export class DatasetStore {
  readonly #parts: DatasetParts;
  /** Bars of the dataset last appended to, so that a feed does not read it back each time. */
  #recent: { readonly seal: string; readonly bars: Bars } | null = null;

  constructor(parts: DatasetParts) {
    this.#parts = parts;
  }

  /** All datasets that are not removed, oldest first. */
  async list(): Promise<DatasetListing[]> {
    const rows = await this.#guard(() => this.#parts.tables.manifests());
    const listings = rows.filter((row) => row.deletedAt === null).map(listingOf);
    return listings.sort((a, b) => (a.manifest?.createdAt ?? 0) - (b.manifest?.createdAt ?? 0));
  }

  /** @throws BacktabError `dataset_missing` | `dataset_damaged` */
  async manifest(id: DatasetId): Promise<DatasetManifest> {
    return (await this.#live(id)).manifest;
  }

  /**
   * Reads all bars, length and SHA-256 of every chunk checked.
   *
   * @throws BacktabError `dataset_missing` | `dataset_damaged`; the dataset is then listed as damaged
   */
  async read(id: DatasetId, job: Job = UNWATCHED): Promise<Bars> {
    return (await this.#read(id, job)).bars;
  }

  /** The chunks of a dataset that are whole, joined. @throws BacktabError `dataset_missing` | `dataset_damaged` */
  async salvage(id: DatasetId): Promise<Salvage> {
    const { manifest } = await this.#live(id);
    const good: Bars[] = [emptyBars(manifest.extraColumns)];
    const lostChunks: number[] = [];
    for (const [i, entry] of manifest.chunks.entries()) {
      const decoded = await this.#chunk(entry, manifest);
      if ('problem' in decoded) lostChunks.push(i + 1);
      else good.push(decoded.bars);
    }
    return { bars: joinBars(good), lostChunks };
  }

  /**
   * Stores a new dataset. Progress counts chunks. When the disk is full, datasets waiting to be
   * restored are given up first.
   *
   * @throws BacktabError `storage_full` | `storage_unavailable` | `cancelled`; nothing is then visible or left behind
   */
  put(draft: DatasetDraft, bars: Bars, job: Job = UNWATCHED): Promise<DatasetManifest> {
    checkBars(bars);
    return this.#parts.lock(async () => {
      try {
        return await this.#write(draft, bars, job);
      } catch (e) {
        if (!isQuotaError(e) || (await this.#purge(0)) === 0) throw await this.#failure(e, bytesOf(bars));
      }
      return await this.#write(draft, bars, job).catch(async (e: unknown) => {
        throw await this.#failure(e, bytesOf(bars));
      });
    });
  }

  /**
   * Adds bars, merged by time: a bar whose time is stored already replaces it. Chunks before the
   * first changed row stay; the others and the manifest change in one transaction. Columns that the
   * dataset lacks are left out.
   *
   * @param bars rows in order of time, each time once
   * @returns    the new manifest, with a new fingerprint
   * @throws BacktabError `dataset_missing` | `dataset_damaged` | `storage_full` | `storage_unavailable`
   */
  append(id: DatasetId, bars: Bars): Promise<DatasetManifest> {
    checkBars(bars);
    return this.#parts.lock(async () => {
      for (;;) {
        const written = await this.#tryAppend(id, bars).catch(async (e: unknown) => {
          throw await this.#failure(e, bytesOf(bars));
        });
        if (written !== null) return written;
      }
    });
  }

  /** Hides a dataset; `restore` brings it back until the store is swept. @throws BacktabError `dataset_missing` */
  async remove(id: DatasetId): Promise<void> {
    const deletedAt = this.#parts.now();
    await this.#change(id, (row) => ({ ...row, deletedAt }));
  }

  /** Brings a removed dataset back. @throws BacktabError `dataset_missing` once it was swept */
  async restore(id: DatasetId): Promise<void> {
    await this.#change(id, (row) => ({ ...row, deletedAt: null }));
  }

  /** Calls a dataset otherwise; its bars and fingerprint stay. @throws BacktabError `dataset_missing` | `dataset_damaged` */
  async rename(id: DatasetId, name: string): Promise<void> {
    await this.#change(id, (row) => {
      const manifest = openManifest(row);
      if (manifest === null) {
        throw new BacktabError('dataset_damaged', {
          dataset: id,
          chunk: 0,
          reason: 'its description changed',
        });
      }
      const { deletedAt, damage } = row;
      return { ...sealManifest({ ...manifest, name }), deletedAt, damage };
    });
  }

  /** Deletes removed datasets for good, and chunks that no manifest names. Call at start. */
  sweepOrphans(): Promise<Swept> {
    return this.#parts.lock(async () => {
      const datasets = await this.#guard(() => this.#purge(UNDO_MS));
      const chunks = await this.#guard(() => this.#removeOrphans());
      return { chunks, datasets };
    });
  }

  /** A writer may replace chunks while they are read: then the new manifest is read from the start. */
  async #read(id: DatasetId, job: Job): Promise<Stored> {
    for (;;) {
      const { row, manifest } = await this.#live(id);
      const parts: Bars[] = [emptyBars(manifest.extraColumns)];
      let problem: string | null = null;
      for (const [i, entry] of manifest.chunks.entries()) {
        const decoded = await this.#chunk(entry, manifest);
        if ('problem' in decoded) {
          problem = decoded.problem;
          break;
        }
        parts.push(decoded.bars);
        await job.checkpoint(i + 1, manifest.chunks.length);
      }
      const bars = joinBars(parts);
      if (problem === null && barCount(bars) === manifest.rows) return { row, manifest, bars };
      const current = await this.#guard(() => this.#parts.tables.manifest(id));
      if (current?.seal !== row.seal) continue;
      throw await this.#damaged(row, problem === null ? 0 : parts.length, problem ?? 'rows are missing');
    }
  }

  async #write(draft: DatasetDraft, bars: Bars, job: Job): Promise<DatasetManifest> {
    const { tables, chunkRows, now } = this.#parts;
    const id = `ds-${randomName()}` as DatasetId;
    const rows = barCount(bars);
    const total = Math.ceil(rows / chunkRows);
    const chunks: ChunkEntry[] = [];
    try {
      for (let from = 0; from < rows; from += chunkRows) {
        const { entry, row } = await packChunk(id, bars, from, Math.min(rows, from + chunkRows));
        chunks.push(entry);
        await tables.addChunk(row);
        await job.checkpoint(chunks.length, total);
      }
      const manifest = manifestOf(id, draft, bars, chunks, now());
      const row = sealManifest(manifest);
      const isNew = await tables.commit({ id, expect: null, row, add: [], remove: [] });
      // a repeated transaction finds the row that its first try left
      if (!isNew && (await tables.manifest(id))?.seal !== row.seal) throw new Error(`the id ${id} is taken`);
      this.#tell(id);
      return manifest;
    } catch (e) {
      await this.#discard(chunks);
      throw e;
    }
  }

  /** Removes chunks that no manifest names yet; what cannot be removed now goes with the next sweep. */
  async #discard(chunks: readonly ChunkEntry[]): Promise<void> {
    await this.#parts.tables.removeChunks(chunks.map(({ key }) => key)).catch(() => undefined);
  }

  /** One try; null when another writer was faster. */
  async #tryAppend(id: DatasetId, bars: Bars): Promise<DatasetManifest | null> {
    const { tables, now } = this.#parts;
    const { row, manifest, bars: older } = await this.#current(id);
    const merged = mergeBars(older, bars);
    const kept = this.#untouched(manifest.chunks, merged.from);
    const packed = await this.#pack(id, merged.bars, sumRows(kept));
    const chunks = [...kept, ...packed.map(({ entry }) => entry)];
    const next = appended(manifest, merged, chunks, now());
    const sealed = sealManifest(next);
    const done = await tables.commit({
      id,
      expect: row.seal,
      row: sealed,
      add: packed.map((chunk) => chunk.row),
      remove: manifest.chunks.slice(kept.length).map(({ key }) => key),
    });
    if (!done && (await tables.manifest(id))?.seal !== sealed.seal) return null;
    this.#recent = { seal: sealed.seal, bars: merged.bars };
    this.#tell(id);
    return next;
  }

  async #current(id: DatasetId): Promise<Stored> {
    const { row, manifest } = await this.#live(id);
    if (this.#recent?.seal === row.seal) return { row, manifest, bars: this.#recent.bars };
    return await this.#read(id, UNWATCHED);
  }

  /** Whole chunks before a row. */
  #untouched(chunks: readonly ChunkEntry[], from: number): ChunkEntry[] {
    const kept: ChunkEntry[] = [];
    let end = 0;
    for (const chunk of chunks) {
      end += chunk.rows;
      if (end > from || chunk.rows < this.#parts.chunkRows) break;
      kept.push(chunk);
    }
    return kept;
  }

  async #pack(id: DatasetId, bars: Bars, from: number): Promise<PackedChunk[]> {
    const { chunkRows } = this.#parts;
    const packed: PackedChunk[] = [];
    for (let at = from; at < barCount(bars); at += chunkRows) {
      packed.push(await packChunk(id, bars, at, Math.min(barCount(bars), at + chunkRows)));
    }
    return packed;
  }

  async #chunk(entry: ChunkEntry, manifest: DatasetManifest): ReturnType<typeof unpackChunk> {
    const bytes = await this.#guard(() => this.#parts.tables.chunk(entry.key));
    return await unpackChunk(bytes, entry, manifest);
  }

  async #live(id: DatasetId): Promise<{ row: ManifestRow; manifest: DatasetManifest }> {
    const row = await this.#guard(() => this.#parts.tables.manifest(id));
    if (row === undefined || row.deletedAt !== null)
      throw new BacktabError('dataset_missing', { dataset: id });
    const manifest = openManifest(row);
    if (manifest === null) throw await this.#damaged(row, 0, 'its description was changed');
    return { row, manifest };
  }

  /** Marks a dataset as damaged, as far as the store still can, and gives the failure to throw. */
  async #damaged(row: ManifestRow, chunk: number, reason: string): Promise<BacktabError<'dataset_damaged'>> {
    const damage = chunk === 0 ? reason : `chunk ${chunk}: ${reason}`;
    const marked = { ...row, damage };
    await this.#parts.tables
      .commit({ id: row.id, expect: row.seal, row: marked, add: [], remove: [] })
      .catch(() => false);
    return new BacktabError('dataset_damaged', { dataset: row.id, chunk, reason });
  }

  #change(id: DatasetId, changed: (row: ManifestRow) => ManifestRow): Promise<void> {
    return this.#parts.lock(() =>
      this.#guard(async () => {
        const { tables } = this.#parts;
        for (;;) {
          const row = await tables.manifest(id);
          if (row === undefined) throw new BacktabError('dataset_missing', { dataset: id });
          if (await tables.commit({ id, expect: row.seal, row: changed(row), add: [], remove: [] })) break;
        }
        this.#tell(id);
      }),
    );
  }

  /** Deletes datasets removed at least as long ago; how many. */
  async #purge(ageMs: number): Promise<number> {
    const { tables, now } = this.#parts;
    let purged = 0;
    for (const row of await tables.manifests()) {
      if (row.deletedAt === null || now() - row.deletedAt < ageMs) continue;
      const remove = (await tables.chunkKeys()).filter((key) => key.startsWith(`${row.id}/`));
      if (await tables.commit({ id: row.id, expect: row.seal, row: null, add: [], remove })) purged++;
    }
    return purged;
  }

  async #removeOrphans(): Promise<number> {
    const { tables } = this.#parts;
    const named = new Set<string>();
    const unknown: string[] = [];
    for (const row of await tables.manifests()) {
      const manifest = openManifest(row);
      if (manifest === null) unknown.push(`${row.id}/`);
      else for (const { key } of manifest.chunks) named.add(key);
    }
    const keys = await tables.chunkKeys();
    const orphans = keys.filter(
      (key) => !named.has(key) && !unknown.some((prefix) => key.startsWith(prefix)),
    );
    if (orphans.length > 0) await tables.removeChunks(orphans);
    return orphans.length;
  }

  #tell(id: string): void {
    this.#parts.changes.tell({ table: 'datasets', id });
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (e) {
      throw await this.#failure(e, 0);
    }
  }

  async #failure(e: unknown, neededBytes: number): Promise<BacktabError> {
    const { freeBytes } = isQuotaError(e) ? await measureSpace(this.#parts.space) : { freeBytes: 0 };
    return storageError(e, neededBytes, freeBytes ?? 0);
  }
}
