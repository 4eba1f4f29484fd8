import type { DexieOptions } from 'dexie';
import { CHUNK_ROWS } from '../arrow/encode';
import { ChangeFeed } from './changes';
import { openTables, STORE_NAME } from './open-tables';
import { browserSpace, type StorageSpace } from './storage-space';
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
  const { name = STORE_NAME, chunkRows = CHUNK_ROWS, now = Date.now, space = browserSpace() } = options;
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
