/** Room for data on this device. */
export interface StorageUsage {
  readonly usedBytes: number;
  /** null where the browser does not tell. */
  readonly freeBytes: number | null;
}

/** What the browser says about storage; each member may be missing. */
export interface StorageSpace {
  estimate?(): Promise<{ usage?: number; quota?: number }>;
  persist?(): Promise<boolean>;
}

/** The browser's own storage manager, or one that knows nothing. */
export const browserSpace = (): StorageSpace =>
  (globalThis.navigator as { storage?: StorageSpace } | undefined)?.storage ?? {};

/** Used and free bytes; unknown figures are 0 used, null free. */
export async function measureSpace(space: StorageSpace): Promise<StorageUsage> {
  const { usage, quota } = (await space.estimate?.()) ?? {};
  const usedBytes = usage ?? 0;
  return { usedBytes, freeBytes: quota === undefined ? null : Math.max(0, quota - usedBytes) };
}
