import type { Bars } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { SweepOutcome, SweepVerdict } from '../../research/outcome';
import type { OnProgress, SweepRequest, Task } from '../../workers/protocol';
import { startSweep, startValidation } from '../../workers/sweep.client';
import { joinedVerdict, type ValidationAnswer } from '../../workers/validation-protocol';
import { Newest } from './newest.svelte';
import type { Tray } from './tray.svelte';
import { validationChoice } from './validation-choice.svelte';
import type { Failure } from './workspace';

/** The last sweep of the script on screen, and its validation. */
export class SweepState {
  readonly #sweep: Newest<SweepOutcome>;
  /** What is left of the best setting of the sweep after all that speaks for luck. */
  readonly validation: Newest<ValidationAnswer>;
  /** Seconds that the validation of the sweep is estimated to take on this device; null before a sweep. */
  validationSeconds = $state<number | null>(null);
  #validate: ((onProgress: OnProgress) => Task<ValidationAnswer>) | null = null;

  constructor(tray: Tray) {
    this.#sweep = new Newest(tray, 'Sweep', 'settings', 'Closing the page ends the sweep.');
    this.validation = new Newest(tray, 'Validation', 'steps', 'Closing the page ends the validation.');
  }

  get sweep(): SweepOutcome | null {
    return this.#sweep.value;
  }
  /** That of the validation once it is done. */
  get verdict(): SweepVerdict | null {
    return this.sweep && joinedVerdict(this.sweep, this.validation.value);
  }
  get failure(): Failure | null {
    return this.#sweep.failure;
  }
  get running(): boolean {
    return this.#sweep.running;
  }

  /** Sweeps; its validation follows by itself where it is short enough and wanted (`validationChoice`). */
  async start(request: SweepRequest, manifest: DatasetManifest, bars: Bars): Promise<void> {
    this.validation.clear();
    let isDone = false;
    await this.#sweep.start((onProgress) => {
      const { done, cancel } = startSweep(request, manifest, bars, onProgress);
      const told = done.then(({ outcome, validationSeconds }) => {
        performance.mark('backtab:sweep');
        isDone = true;
        const { axes, dropped } = outcome;
        const ask = { ...request, axes, triesBefore: request.triesBefore + dropped };
        this.#validate = (watch) => this.#validationOf(ask, manifest, bars, outcome.trials.place, watch);
        this.validationSeconds = validationChoice.secondsHere(validationSeconds);
        return outcome;
      });
      return { done: told, cancel };
    });
    const { sweep, validationSeconds } = this;
    if (
      isDone &&
      sweep?.verdict &&
      !this.running &&
      validationChoice.startsItself(sweep.run, validationSeconds)
    )
      await this.validate();
  }

  #validationOf(
    request: SweepRequest,
    manifest: DatasetManifest,
    bars: Bars,
    places: Float64Array,
    watch: OnProgress,
  ): Task<ValidationAnswer> {
    const seconds = this.validationSeconds;
    const { done, cancel } = startValidation(request, manifest, bars, places, watch);
    const told = done.then((found) => {
      validationChoice.learn(seconds, found.elapsedMs);
      return found;
    });
    return { done: told, cancel };
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
    this.#validate = null;
  }
}
