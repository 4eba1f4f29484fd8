import type { MonteCarloOutcome } from '../../research/monte-carlo/outcome';
import type { Task } from '../../workers/protocol';
import type { FuturesRequest } from '../../workers/futures-protocol';
import { startFutures, type ReportSubject } from '../../workers/report.client';
import { failureOf, type Tray } from './tray.svelte';
import type { Failure } from './workspace';

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
  outcome = $state.raw<MonteCarloOutcome | null>(null);
  failure = $state.raw<Failure | null>(null);
  running = $state(false);
  /** Hash of the run that `outcome` is of. */
  of = $state<string | null>(null);
  #task: Task<MonteCarloOutcome> | null = null;
  readonly #tray: Tray;

  constructor(tray: Tray) {
    this.#tray = tray;
  }

  /** @param hash  of the run's result */
  async start(subject: ReportSubject, hash: string): Promise<void> {
    this.cancel();
    this.running = true;
    this.failure = null;
    let own: Task<MonteCarloOutcome> | null = null;
    try {
      const outcome = await this.#tray.track(
        'Monte Carlo',
        'paths',
        'Closing the page ends the simulation.',
        (onProgress) => {
          own = this.#task = startFutures(subject, this.ask, onProgress);
          return own;
        },
      );
      if (this.#task !== own) return;
      this.outcome = outcome;
      this.of = hash;
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
}
