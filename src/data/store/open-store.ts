import type { DexieOptions } from 'dexie';
import { BacktabError } from '../../core/errors';
import { CHUNK_ROWS } from '../arrow/encode';
import { ChangeFeed } from './changes';
import { DexieTables } from './dexie-tables';
import { MemoryTables } from './memory-tables';
import { storageError } from './storage-error';
import { browserSpace, type StorageSpace } from './storage-space';
import type { StoreTables } from './tables';
import { WorkspaceStore } from './workspace-store';
import { writerLock, type WriterLock } from './writer-lock';

/** What may be chosen when a store is opened; the defaults are the browser's. */
export interface StoreOptions {
  /** Name of the database. */
  readonly name?: string;
  /** Rows of a chunk. */
  readonly chunkRows?: number;
  /** Database implementation, where it is not the browser's own. */
  readonly database?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;
  readonly memory?: boolean;
  readonly space?: StorageSpace;
  readonly lock?: WriterLock;
  readonly now?: () => number;
}

/**
 * Opens the workspace's store. Where the browser offers no database (private mode, site data
 * blocked), the store is in memory and `fallback` says why.
 */
export async function openStore(options: StoreOptions = {}): Promise<WorkspaceStore> {
  const { name = 'backtab', chunkRows = CHUNK_ROWS, now = Date.now, space = browserSpace() } = options;
  const { tables, fallback } = await openTables(name, options);
  return new WorkspaceStore({
    tables,
    lock:
      options.lock ?? (tables.kind === 'memory' ? writerLock(`memory:${memoryStores++}`) : writerLock(name)),
    changes: new ChangeFeed(tables.kind === 'memory' ? null : `backtab-store:${name}`),
    space,
    chunkRows,
    now,
    fallback,
  });
}

let memoryStores = 0;

async function openTables(
  name: string,
  options: StoreOptions,
): Promise<{ tables: StoreTables; fallback: BacktabError | null }> {
  if (options.memory === true) return { tables: new MemoryTables(), fallback: null };
  try {
    const tables = new DexieTables(name, options.database);
    await tables.open();
    return { tables, fallback: null };
  } catch (e) {
    return { tables: new MemoryTables(), fallback: storageError(e, 0, 0) };
  }
}
