import { RECORD_TABLES, type RecordTable } from './tables';

/** Something in the store changed, here or in another tab. */
export interface StoreChange {
  readonly table: 'datasets' | RecordTable;
  readonly id: string;
}

/** Tells changes to listeners of this page and, where the platform can, of others. */
export class ChangeFeed {
  readonly #listeners = new Set<(change: StoreChange) => void>();
  readonly #channel: BroadcastChannel | null;

  /** @param channel name shared by all pages on one database, or null to stay within this one */
  constructor(channel: string | null) {
    const available = channel !== null && typeof BroadcastChannel === 'function';
    this.#channel = available ? new BroadcastChannel(channel) : null;
    this.#channel?.addEventListener('message', ({ data }) => {
      if (isChange(data)) this.#deliver(data);
    });
    (this.#channel as { unref?: () => void } | null)?.unref?.(); // Node would wait for it
  }

  /** Listens until the returned function is called. */
  subscribe(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: StoreChange): void {
    this.#deliver(change);
    this.#channel?.postMessage(change);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel?.close();
  }

  #deliver(change: StoreChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function isChange(data: unknown): data is StoreChange {
  if (typeof data !== 'object' || data === null) return false;
  const { table, id } = data as Record<string, unknown>;
  return typeof id === 'string' && ['datasets', ...RECORD_TABLES].includes(String(table));
}
