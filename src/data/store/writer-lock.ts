/** Runs work alone: nobody else writes to the same database meanwhile. */
export type WriterLock = <T>(work: () => Promise<T>) => Promise<T>;

const tails = new Map<string, Promise<unknown>>();

/**
 * One writer a database: over all tabs by Web Locks where the browser has them, else within this
 * process. A tab that dies gives its lock back.
 */
export function writerLock(database: string): WriterLock {
  const name = `backtab-store:${database}`;
  const { locks } = (globalThis.navigator ?? {}) as { locks?: LockManager };
  if (locks !== undefined) return async (work) => await locks.request(name, work);
  return (work) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work);
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    tails.set(name, tail);
    return turn;
  };
}
