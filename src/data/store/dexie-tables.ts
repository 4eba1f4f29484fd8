import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie';
import { isQuotaError, isTransient } from './storage-error';
import type { ChunkRow, Commit, ManifestRow, Records, RecordTable, StoreTables } from './tables';

/** Tables in the browser's database. A connection that was closed or failed is opened again once. */
export class DexieTables implements StoreTables {
  readonly kind = 'indexeddb';
  readonly #db: Dexie;
  readonly #manifests: Table<ManifestRow, string>;
  readonly #chunks: Table<ChunkRow, string>;

  constructor(name: string, options: DexieOptions = {}) {
    this.#db = new Dexie(name, options);
    this.#db.version(1).stores({ manifests: 'id', chunks: 'key', scripts: 'id', runs: 'id', settings: 'id' });
    this.#db.version(2).stores({ sweeps: 'id', sweepParts: 'id' });
    this.#manifests = this.#db.table('manifests');
    this.#chunks = this.#db.table('chunks');
  }

  async open(): Promise<void> {
    await this.#db.open();
  }

  manifests(): Promise<ManifestRow[]> {
    return this.#run(() => this.#manifests.toArray());
  }

  manifest(id: string): Promise<ManifestRow | undefined> {
    return this.#run(() => this.#manifests.get(id));
  }

  async chunk(key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const row = await this.#run(() => this.#chunks.get(key));
    return row?.bytes;
  }

  chunkKeys(): Promise<string[]> {
    return this.#run(() => this.#chunks.toCollection().primaryKeys());
  }

  async addChunk(row: ChunkRow): Promise<void> {
    await this.#run(() => this.#chunks.put(row));
  }

  async removeChunks(keys: readonly string[]): Promise<void> {
    await this.#run(() => this.#chunks.bulkDelete([...keys]));
  }

  commit({ id, expect, row, add, remove }: Commit): Promise<boolean> {
    return this.#run(async () => {
      let own: Transaction | undefined;
      const done = this.#db.transaction('rw', this.#manifests, this.#chunks, async (transaction) => {
        own = transaction;
        const stored = await this.#manifests.get(id);
        if ((stored?.seal ?? null) !== expect) return false;
        for (const chunk of add) await this.#chunks.put(chunk);
        if (remove.length > 0) await this.#chunks.bulkDelete([...remove]);
        if (row === null) await this.#manifests.delete(id);
        else await this.#manifests.put(row);
        return true;
      });
      return await done.catch((e: unknown) => {
        // requests cut off by an abort do not say why; their transaction does
        const reason = own?.idbtrans?.error;
        throw isQuotaError(reason) ? reason : e;
      });
    });
  }

  records<T extends { readonly id: string }>(name: RecordTable): Records<T> {
    const table = this.#db.table<T, string>(name);
    return {
      get: (id) => this.#run(() => table.get(id)),
      put: async (record) => void (await this.#run(() => table.put(record))),
      delete: (id) => this.#run(() => table.delete(id)),
      list: () => this.#run(() => table.toArray()),
    };
  }

  bytes(): null {
    return null;
  }

  close(): void {
    this.#db.close();
  }

  /** Every operation may be done twice: chunks have keys of their own, commits say what they expect. */
  async #run<T>(operation: () => PromiseLike<T>): Promise<T> {
    try {
      return await operation();
    } catch (e) {
      if (!isTransient(e)) throw e;
      this.#db.close({ disableAutoOpen: false });
      await this.#db.open();
      return await operation();
    }
  }
}
