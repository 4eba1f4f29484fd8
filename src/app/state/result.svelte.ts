import * as data from '../../workers/data.client';
import { evaluate } from '../../workers/lab.client';
import type { BacktestAnswer, BacktestRequest, Evaluation, StoredRun } from '../../workers/protocol';
import { runLabel } from '../../core/run-label';
import { failureOf } from './tray.svelte';
import type { Failure } from './workspace';

const BUSY_AFTER_MS = 300;
/** A setting that stays this long on screen counts as a run of its own. */
const SETTLED_MS = 700;

/** The last good result, whether it is current, and the runs before it. */
export class ResultState {
  answer = $state.raw<BacktestAnswer | null>(null);
  failure = $state.raw<Failure | null>(null);
  fresh = $state(false);
  busy = $state(false);
  runs = $state.raw<readonly StoredRun[]>([]);
  #running = false;
  #next: BacktestRequest | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;
  readonly #onEvaluation: (evaluation: Evaluation, request: BacktestRequest) => void;

  constructor(onEvaluation: (evaluation: Evaluation, request: BacktestRequest) => void) {
    this.#onEvaluation = onEvaluation;
  }

  /** Runs the newest request; requests that a newer one overtakes are never started. */
  request(request: BacktestRequest): void {
    this.fresh = false;
    this.#next = request;
    if (!this.#running) void this.#work();
  }

  async #work(): Promise<void> {
    this.#running = true;
    const busy = setTimeout(() => (this.busy = true), BUSY_AFTER_MS);
    while (this.#next) {
      const request = this.#next;
      this.#next = null;
      await this.#run(request);
    }
    clearTimeout(busy);
    this.busy = false;
    this.#running = false;
  }

  async #run(request: BacktestRequest): Promise<void> {
    try {
      const evaluation = await evaluate(request);
      this.#onEvaluation(evaluation, request);
      this.failure = null;
      if (!evaluation.answer) return;
      this.answer = evaluation.answer;
      this.fresh = this.#next === null;
      performance.mark('backtab:result');
    } catch (e) {
      this.failure = failureOf(e);
    }
  }

  async loadRuns(script: string): Promise<void> {
    this.runs = await data.listRuns(script);
  }

  /** Keeps the run on screen in the list once the user stays with it. */
  keepWhenSettled(script: string): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.#keep(script), SETTLED_MS);
  }

  async #keep(script: string): Promise<void> {
    const answer = this.answer;
    if (!answer || !this.fresh) return;
    const { metrics, result } = answer.outcome;
    const parameters = answer.request.parameters;
    const { settings = {} } = answer.request;
    const changed = Object.keys(settings).length > 0 ? JSON.stringify(settings) : '';
    const setting = JSON.stringify(parameters) + changed;
    const key = `${script}/${answer.dataSha256}/${setting}/${metrics.trades}/${metrics.finalEquity}`;
    const label = runLabel(parameters, settings);
    const run: StoredRun = {
      id: key,
      script,
      dataset: answer.dataSha256,
      parameters,
      source: answer.request.source,
      ...(changed ? { settings } : {}),
      label,
      sharpe: metrics.sharpe,
      trades: metrics.trades,
      hash: result.hash,
      at: Date.now(),
    };
    await data.saveRun(run);
    await this.loadRuns(script);
  }

  /** Settings of the script tried on data with this fingerprint so far. */
  tries(dataset: string): number {
    return this.runs.filter((run) => run.dataset === dataset).length;
  }
}
