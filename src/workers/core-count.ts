const MOST_WORKERS = 8;

/** Workers that use the cores of this device, 8 at most. */
export const coreCount = (): number => Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
