import type { ChunkRow, Commit, ManifestRow, Records, RecordTable, StoreTables } from './tables';

/** Tables in memory, for when the browser offers no database. Values are copied in and out, as a database does. */
export class MemoryTables implements StoreTables {
  readonly kind = 'memory';
  readonly #manifests = new Map<string, ManifestRow>();
  readonly #chunks = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #records = new Map<RecordTable, Map<string, unknown>>();

  async manifests(): Promise<ManifestRow[]> {
    return [...this.#manifests.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async manifest(id: string): Promise<ManifestRow | undefined> {
    return this.#manifests.get(id);
  }

  async chunk(key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#chunks.get(key)?.slice();
  }

  async chunkKeys(): Promise<string[]> {
    return [...this.#chunks.keys()].sort();
  }

  async addChunk({ key, bytes }: ChunkRow): Promise<void> {
    this.#chunks.set(key, bytes.slice());
  }

  async removeChunks(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#chunks.delete(key);
  }

  async commit({ id, expect, row, add, remove }: Commit): Promise<boolean> {
    if ((this.#manifests.get(id)?.seal ?? null) !== expect) return false;
    for (const { key, bytes } of add) this.#chunks.set(key, bytes.slice());
    for (const key of remove) this.#chunks.delete(key);
    if (row === null) this.#manifests.delete(id);
    else this.#manifests.set(id, { ...row });
    return true;
  }

  records<T extends { readonly id: string }>(table: RecordTable): Records<T> {
    const rows = this.#records.get(table) ?? new Map<string, unknown>();
    this.#records.set(table, rows);
    return {
      get: async (id) => structuredClone(rows.get(id)) as T | undefined,
      put: async (record) => void rows.set(record.id, structuredClone(record)),
      delete: async (id) => void rows.delete(id),
      list: async () => [...rows.keys()].sort().map((id) => structuredClone(rows.get(id)) as T),
    };
  }

  bytes(): number {
    let sum = 0;
    for (const bytes of this.#chunks.values()) sum += bytes.length;
    for (const { text } of this.#manifests.values()) sum += text.length;
    return sum;
  }

  close(): void {
    this.#manifests.clear();
    this.#chunks.clear();
    this.#records.clear();
  }
}
