import type { StoredRun, Task } from '../../workers/protocol';
import type { Comparison } from '../../workers/report-protocol';
import { startComparison, type ReportSubject } from '../../workers/report.client';
import { failureOf } from './tray.svelte';
import type { Failure } from './workspace';

/** Runs side by side, run again together so that all of them stand on the same script and bars. */
class CompareState {
  /** The last one that was worked out. */
  comparison = $state.raw<Comparison | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Runs that are done, while a comparison is at work. */
  done = $state(0);
  running = $state(false);
  log = $state(true);
  #key = '';
  #task: Task<Comparison> | null = null;

  /**
   * Compares runs, unless it was done already.
   *
   * @param key  tells comparisons apart
   */
  async show(key: string, subject: ReportSubject, runs: readonly StoredRun[]): Promise<void> {
    if (key === this.#key) return;
    this.#key = key;
    this.#task?.cancel();
    this.running = true;
    this.done = 0;
    this.failure = null;
    const task = startComparison(subject, runs, (done) => (this.done = done));
    this.#task = task;
    try {
      const comparison = await task.done;
      if (this.#task === task) this.comparison = comparison;
    } catch (e) {
      const failure = failureOf(e);
      if (this.#task !== task) return;
      this.#key = '';
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      if (this.#task === task) this.running = false;
    }
  }

  cancel(): void {
    this.#task?.cancel();
  }
}

/** The comparison of this page. */
export const compare = new CompareState();
