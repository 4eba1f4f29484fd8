import type { Bars } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { SweepOutcome, SweepVerdict } from '../../research/outcome';
import type { KeptSweep, OnProgress, StoredScript, SweepRequest, Task } from '../../workers/protocol';
import { forgetSweep, keptSweeps, startSweep, startValidation } from '../../workers/sweep.client';
import { joinedVerdict, type ValidationAnswer } from '../../workers/validation-protocol';
import { formatPercent } from '../format';
import { Newest } from './newest.svelte';
import type { Tray } from './tray.svelte';
import { validationChoice } from './validation-choice.svelte';
import type { Failure } from './workspace';

/** Steps of a validation as they are told: hundredths of its work. */
const VALIDATION_STEPS = 100;

/** What may be chosen of a sweep. */
export type SweepChoice = Partial<
  Pick<SweepRequest, 'axes' | 'backend' | 'search' | 'constraint' | 'objectives' | 'memory'>
>;

/** A sweep that was cut short, of a script and a dataset that are here. */
export interface CutSweep {
  readonly kept: KeptSweep;
  readonly script: StoredScript;
  readonly manifest: DatasetManifest;
  /** As `Sweep of Golden cross was cut short at 62 %`. */
  readonly words: string;
}

/** Those of the sweeps that were cut short whose script and data are here. */
export function cutSweeps(
  kept: readonly KeptSweep[],
  scripts: readonly StoredScript[],
  datasets: readonly DatasetManifest[],
): readonly CutSweep[] {
  return kept.flatMap((one) => {
    const script = scripts.find(({ source }) => source === one.request.source);
    const manifest = datasets.find(({ id }) => id === one.request.dataset);
    if (!script || !manifest) return [];
    const share = formatPercent(one.total > 0 ? one.done / one.total : 0, { decimals: 0 });
    return [{ kept: one, script, manifest, words: `Sweep of ${script.name} was cut short at ${share}` }];
  });
}

/** The last sweep of the script on screen, its validation, and sweeps that were cut short. */
export class SweepState {
  /** Sweeps that were cut short, newest first. */
  kept = $state.raw<readonly KeptSweep[]>([]);
  /** What the last sweep was asked; null before one was started. */
  request = $state.raw<SweepRequest | null>(null);
  readonly #sweep: Newest<SweepOutcome>;
  /** What is left of the best setting of the sweep after all that speaks for luck. */
  readonly validation: Newest<ValidationAnswer>;
  /** Seconds that the validation of the sweep is estimated to take on this device; null before a sweep. */
  validationSeconds = $state<number | null>(null);
  readonly #tellUnkept: (why: string) => void;
  #validate: ((onProgress: OnProgress) => Task<ValidationAnswer>) | null = null;

  /** @param tellUnkept  told why the parts of a sweep could not be kept */
  constructor(tray: Tray, tellUnkept: (why: string) => void) {
    this.#tellUnkept = tellUnkept;
    this.#sweep = new Newest(tray, 'Sweep', 'settings', 'Closing the page keeps the finished parts.');
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
    this.request = request;
    let isDone = false;
    await this.#sweep.start((onProgress) => {
      const { done, ...steering } = startSweep(request, manifest, bars, onProgress);
      const told = done.then(({ outcome, unkept, validationSeconds }) => {
        performance.mark('backtab:sweep');
        isDone = true;
        if (unkept !== null) this.#tellUnkept(unkept);
        const { axes, dropped } = outcome;
        const ask = { ...request, axes, triesBefore: request.triesBefore + dropped };
        this.#validate = (watch) => this.#validationOf(ask, manifest, bars, outcome.trials.place, watch);
        this.validationSeconds = validationChoice.secondsHere(validationSeconds);
        return outcome;
      });
      return { done: told, ...steering };
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
    const tell: OnProgress = (part, whole) =>
      watch(Math.floor((part / Math.max(1, whole)) * VALIDATION_STEPS), VALIDATION_STEPS);
    const { done, ...steering } = startValidation(request, manifest, bars, places, tell);
    const told = done.then((found) => {
      validationChoice.learn(seconds, found.elapsedMs);
      return found;
    });
    return { done: told, ...steering };
  }

  /** Looks for sweeps that were cut short. */
  async loadKept(): Promise<void> {
    this.kept = await keptSweeps();
  }

  /** Does not offer a sweep any more: it goes on, or is given up. */
  takeUp(kept: KeptSweep): void {
    this.kept = this.kept.filter(({ id }) => id !== kept.id);
  }

  /** Gives up what is kept of a sweep; it is offered until it is gone for good. */
  async discard(kept: KeptSweep): Promise<void> {
    await forgetSweep(kept.id);
    this.takeUp(kept);
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
