/**
 * Long work as its caller sees it. Pure code calls `checkpoint` between units: progress is told,
 * other messages get their turn, and a cancel ends the work.
 */
export interface Job {
  /**
   * @param done   units finished
   * @param total  units in all
   * @throws BacktabError `cancelled`
   */
  checkpoint(done: number, total: number): Promise<void>;
}

/** A job that nobody watches or cancels. */
export const UNWATCHED: Job = { checkpoint: () => Promise.resolve() };
