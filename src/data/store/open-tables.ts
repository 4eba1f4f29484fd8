import type { DexieOptions } from 'dexie';
import type { BacktabError } from '../../core/errors';
import { DexieTables } from './dexie-tables';
import { MemoryTables } from './memory-tables';
import { storageError } from './storage-error';
import type { StoreTables } from './tables';

/** Name of the workspace's database. */
export const STORE_NAME = 'backtab';

/** Tables of a database, in memory where the browser offers none; `fallback` says why. */
export async function openTables(
  name: string,
  options: {
    readonly memory?: boolean;
    readonly database?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;
  } = {},
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
