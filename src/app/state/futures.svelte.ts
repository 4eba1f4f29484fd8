import type { MonteCarloOutcome } from '../../research/monte-carlo/outcome';
import type { FuturesRequest } from '../../workers/futures-protocol';
import { startFutures, type ReportSubject } from '../../workers/report.client';
import { Newest } from './newest.svelte';
import type { Tray } from './tray.svelte';
import type { Failure } from './workspace';

/** Possible futures and the hash of the run that they are of. */
interface FuturesOf {
  readonly outcome: MonteCarloOutcome;
  readonly of: string;
}

/** Possible futures of the run on screen. */
export class FuturesState {
  /** What is asked next; kept while the page is open. */
  ask = $state.raw<FuturesRequest>({
    model: 'bootstrap',
    paths: 10_000,
    steps: 252,
    seed: 1,
    ruinLoss: 0.5,
    goalGain: 0.5,
  });
  readonly #work: Newest<FuturesOf>;

  constructor(tray: Tray) {
    this.#work = new Newest(tray, 'Monte Carlo', 'paths', 'Closing the page ends the simulation.');
  }

  get outcome(): MonteCarloOutcome | null {
    return this.#work.value?.outcome ?? null;
  }
  /** Hash of the run that `outcome` is of. */
  get of(): string | null {
    return this.#work.value?.of ?? null;
  }
  get failure(): Failure | null {
    return this.#work.failure;
  }
  get running(): boolean {
    return this.#work.running;
  }

  /** @param hash  of the run's result */
  start(subject: ReportSubject, hash: string): Promise<void> {
    return this.#work.start((onProgress) => {
      const { done, cancel } = startFutures(subject, this.ask, onProgress);
      return { done: done.then((outcome) => ({ outcome, of: hash })), cancel };
    });
  }

  cancel(): void {
    this.#work.cancel();
  }
}
