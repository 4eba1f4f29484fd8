/** Row of a dataset as stored: its manifest as sealed text, so that a change to it is found. */
export interface ManifestRow {
  readonly id: string;
  /** The manifest as JSON. */
  readonly text: string;
  /** SHA-256 (hex) of `text`. */
  readonly seal: string;
  /** When it was removed; it can be restored until the store is swept. */
  readonly deletedAt: number | null;
  /** What was found damaged when it was last read. */
  readonly damage: string | null;
}

/** A stored Arrow chunk. */
export interface ChunkRow {
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A change of one dataset that happens whole or not at all. */
export interface Commit {
  readonly id: string;
  /** Seal that the stored row must have, or null where there must be none. */
  readonly expect: string | null;
  /** The row afterwards; null removes it. */
  readonly row: ManifestRow | null;
  readonly add: readonly ChunkRow[];
  readonly remove: readonly string[];
}

/** Small records under an id. */
export interface Records<T extends { readonly id: string }> {
  get(id: string): Promise<T | undefined>;
  put(record: T): Promise<void>;
  delete(id: string): Promise<void>;
  /** All of them, by id. */
  list(): Promise<T[]>;
}

export const RECORD_TABLES = ['scripts', 'runs', 'settings', 'sweeps', 'sweepParts'] as const;

export type RecordTable = (typeof RECORD_TABLES)[number];

/** Where the store keeps things: the browser's database or memory. Failures are thrown as they come. */
export interface StoreTables {
  readonly kind: 'indexeddb' | 'memory';
  manifests(): Promise<ManifestRow[]>;
  manifest(id: string): Promise<ManifestRow | undefined>;
  chunk(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  chunkKeys(): Promise<string[]>;
  addChunk(row: ChunkRow): Promise<void>;
  removeChunks(keys: readonly string[]): Promise<void>;
  /** Applies a change in one transaction; false, and nothing changed, where `expect` does not hold. */
  commit(change: Commit): Promise<boolean>;
  records<T extends { readonly id: string }>(table: RecordTable): Records<T>;
  /** Bytes kept, where the table itself knows; else null. */
  bytes(): number | null;
  close(): void;
}
