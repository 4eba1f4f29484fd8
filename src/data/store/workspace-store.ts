import type { SettingsChange } from '../../core/check-setting';
import type { BacktabError } from '../../core/errors';
import type { RunSet } from '../../core/run-set';
import { ChangeFeed, type StoreChange } from './changes';
import { DatasetStore } from './datasets';
import { storageError } from './storage-error';
import { measureSpace, type StorageSpace, type StorageUsage } from './storage-space';
import type { Records, RecordTable, StoreTables } from './tables';
import type { WriterLock } from './writer-lock';

/** A strategy script as saved. */
export interface ScriptRecord {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly settings?: SettingsChange;
  readonly updatedAt: number;
}

/** A finished run as listed beside its script. */
export interface RunRecord {
  readonly id: string;
  readonly scriptId: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** The script that ran; absent in records of older versions. */
  readonly source?: string;
  readonly settings?: SettingsChange;
  /** What it is called in lists; absent in records of older versions. */
  readonly label?: string;
  /** Fingerprint of the data it ran on. */
  readonly dataset: string;
  /** Those data, where the run is over several datasets. */
  readonly datasets?: RunSet;
  readonly sharpe: number | null;
  readonly trades: number;
  /** Result hash. */
  readonly hash: string;
  readonly at: number;
}

/** A setting under its name; the value is anything that structured cloning copies. */
export interface SettingRecord {
  readonly id: string;
  readonly value: unknown;
}

/** What a workspace store is made of. */
export interface StoreParts {
  readonly tables: StoreTables;
  readonly lock: WriterLock;
  readonly changes: ChangeFeed;
  readonly space: StorageSpace;
  readonly chunkRows: number;
  readonly now: () => number;
  readonly fallback: BacktabError | null;
}

/** Everything Backtab keeps on this device. The same interface whether the browser's database or memory holds it. */
export class WorkspaceStore {
  readonly kind: 'indexeddb' | 'memory';
  /** Why things are only kept in memory; null when they are stored. */
  readonly fallback: BacktabError | null;
  readonly datasets: DatasetStore;
  readonly scripts: Records<ScriptRecord>;
  readonly runs: Records<RunRecord>;
  readonly settings: Records<SettingRecord>;
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.kind = parts.tables.kind;
    this.fallback = parts.fallback;
    this.datasets = new DatasetStore(parts);
    this.scripts = this.#records('scripts');
    this.runs = this.#records('runs');
    this.settings = this.#records('settings');
  }

  /** Bytes used and free, as the browser tells them. */
  async usage(): Promise<StorageUsage> {
    const kept = this.#parts.tables.bytes();
    if (kept !== null) return { usedBytes: kept, freeBytes: null };
    return await measureSpace(this.#parts.space);
  }

  /** Asks the browser never to evict this data by itself; whether it agreed. */
  async persist(): Promise<boolean> {
    return this.kind === 'indexeddb' && ((await this.#parts.space.persist?.()) ?? false);
  }

  /** Calls `listener` after every change, of this tab or another, until the returned function is called. */
  subscribe(listener: (change: StoreChange) => void): () => void {
    return this.#parts.changes.subscribe(listener);
  }

  close(): void {
    this.#parts.changes.close();
    this.#parts.tables.close();
  }

  /** Records with failures in the catalogue's words and changes told. */
  #records<T extends { readonly id: string }>(table: RecordTable): Records<T> {
    const inner = this.#parts.tables.records<T>(table);
    const changed = (id: string): void => this.#parts.changes.tell({ table, id });
    return {
      get: (id) => this.#guard(() => inner.get(id), 0),
      put: async (record) => {
        await this.#guard(() => inner.put(record), JSON.stringify(record).length);
        changed(record.id);
      },
      delete: async (id) => {
        await this.#guard(() => inner.delete(id), 0);
        changed(id);
      },
      list: () => this.#guard(() => inner.list(), 0),
    };
  }

  async #guard<T>(work: () => Promise<T>, neededBytes: number): Promise<T> {
    try {
      return await work();
    } catch (e) {
      const { freeBytes } = await measureSpace(this.#parts.space);
      throw storageError(e, neededBytes, freeBytes ?? 0);
    }
  }
}
