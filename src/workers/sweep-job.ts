import { runSweep, type ScreenTool, type SweepRequest, type SweepResult } from '../research/sweep';
import { byPool } from './by-pool';
import type { WatchedJob } from './jobs';
import type { RowPool } from './row-pool';
import type { StoredJournal } from './sweep-store';

/** What a sweep is run with. */
export interface SweepJobTools {
  readonly screen: ScreenTool;
  readonly pool: Pick<RowPool, 'runner' | 'close'>;
  readonly journal: StoredJournal;
}

/**
 * Runs a sweep and keeps its parts. However it ends, its workers and its journal are closed; what was kept of it stays,
 * unless it was cancelled.
 *
 * @throws BacktabError as `runSweep`, and `worker_lost`
 */
export function sweepJob(
  request: SweepRequest,
  { screen, pool, journal }: SweepJobTools,
  running: WatchedJob,
): Promise<SweepResult> {
  return byPool(pool, running, async () => {
    try {
      const result = await runSweep(
        request,
        { screen, exact: pool.runner('exact'), journal },
        {
          checkpoint(done, total) {
            journal.tell(done, total);
            return running.checkpoint(done, total);
          },
        },
      );
      await journal.finish();
      return result;
    } catch (e) {
      if (running.signal.aborted) await journal.discard();
      throw e;
    } finally {
      journal.close();
    }
  });
}
