import type { Bars } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { SweepOutcome } from '../../research/outcome';
import type { Validation } from '../../research/validation/validate';
import type { OnProgress, SweepRequest, Task } from '../../workers/protocol';
import { startSweep, startValidation } from '../../workers/sweep.client';
import { Newest } from './newest.svelte';
import type { Tray } from './tray.svelte';
import type { Failure } from './workspace';

/** The last sweep of the script on screen, and its validation. */
export class SweepState {
  readonly #sweep: Newest<SweepOutcome>;
  /** What is left of the best setting of the sweep after all that speaks for luck. */
  readonly validation: Newest<Validation>;
  #validate: ((onProgress: OnProgress) => Task<Validation>) | null = null;

  constructor(tray: Tray) {
    this.#sweep = new Newest(tray, 'Sweep', 'settings', 'Closing the page ends the sweep.');
    this.validation = new Newest(tray, 'Validation', 'steps', 'Closing the page ends the validation.');
  }

  get sweep(): SweepOutcome | null {
    return this.#sweep.value;
  }
  get failure(): Failure | null {
    return this.#sweep.failure;
  }
  get running(): boolean {
    return this.#sweep.running;
  }

  async start(request: SweepRequest, manifest: DatasetManifest, bars: Bars): Promise<void> {
    this.validation.clear();
    await this.#sweep.start((onProgress) => {
      const { done, cancel } = startSweep(request, manifest, bars, onProgress);
      const told = done.then(({ outcome }) => {
        performance.mark('backtab:sweep');
        this.#validate = (watch) =>
          startValidation({ ...request, axes: outcome.axes }, manifest, bars, watch);
        return outcome;
      });
      return { done: told, cancel };
    });
  }

  /** Validates the last sweep: its script, parameters and bars, whatever is on screen by now. */
  async validate(): Promise<void> {
    if (this.sweep && this.#validate) await this.validation.start(this.#validate);
  }

  cancel(): void {
    this.#sweep.cancel();
  }

  clear(): void {
    this.#sweep.clear();
    this.validation.clear();
  }
}
