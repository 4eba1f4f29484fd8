import type { Bars } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { SweepOutcome } from '../../research/outcome';
import type { OnProgress, SweepAnswer, SweepRequest, Task } from '../../workers/protocol';
import { startSweep } from '../../workers/sweep.client';
import { failureOf, type Tray } from './tray.svelte';
import type { Failure } from './workspace';

/** The last sweep of the script on screen. */
export class SweepState {
  sweep = $state.raw<SweepOutcome | null>(null);
  failure = $state.raw<Failure | null>(null);
  running = $state(false);
  #task: Task<SweepAnswer> | null = null;
  readonly #tray: Tray;

  constructor(tray: Tray) {
    this.#tray = tray;
  }

  async start(request: SweepRequest, manifest: DatasetManifest, bars: Bars): Promise<void> {
    this.cancel();
    this.running = true;
    this.failure = null;
    let own: Task<SweepAnswer> | null = null;
    const begin = (onProgress: OnProgress): Task<SweepAnswer> => {
      const task = startSweep(request, manifest, bars, onProgress);
      own = this.#task = task;
      return task;
    };
    try {
      const answer = await this.#tray.track('Sweep', 'settings', 'Closing the page ends the sweep.', begin);
      if (this.#task === own) this.sweep = answer.outcome;
      performance.mark('backtab:sweep');
    } catch (e) {
      const failure = failureOf(e);
      if (failure.code !== 'cancelled' && this.#task === own) this.failure = failure;
    } finally {
      if (this.#task === own) {
        this.#task = null;
        this.running = false;
      }
    }
  }

  cancel(): void {
    this.#task?.cancel();
  }

  clear(): void {
    this.cancel();
    this.sweep = null;
    this.failure = null;
  }
}
