import type * as Comlink from 'comlink';
import type { DataKey } from './held-data';
import type { RunData } from './protocol';

/** A worker that holds the datasets of runs. */
interface Holder {
  missingData(keys: readonly DataKey[]): readonly number[];
  setData(data: readonly RunData[], keep: readonly string[]): void;
}

/** Gives a worker those datasets that it does not hold as they are now. */
export async function handOver(service: Comlink.Remote<Holder>, data: readonly RunData[]): Promise<void> {
  const keys = data.map(({ manifest: { id, sha256 } }): DataKey => ({ id, sha256 }));
  const missing = new Set(await service.missingData(keys));
  if (missing.size === 0) return;
  await service.setData(
    data.filter((_, k) => missing.has(k)),
    keys.map(({ id }) => id),
  );
}
