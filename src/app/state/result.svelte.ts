import * as data from '../../workers/data.client';
import { evaluate, showInstrument } from '../../workers/lab.client';
import type {
  BacktestAnswer,
  BacktestRequest,
  Evaluation,
  ShownInstrument,
  StoredRun,
} from '../../workers/protocol';
import { runLabel } from '../../core/run-label';
import { paramText } from '../../script/param-text';
import type { PlanParam } from '../../script/plan';
import { failureOf } from './tray.svelte';
import type { Failure } from './workspace';

const BUSY_AFTER_MS = 300;
/** A setting that stays this long on screen counts as a run of its own. */
const SETTLED_MS = 700;

/** The last good result, whether it is current, and the runs before it. */
export class ResultState {
  answer = $state.raw<BacktestAnswer | null>(null);
  /** The instrument on the chart, of an answer over several. */
  shown = $state.raw<ShownInstrument | null>(null);
  failure = $state.raw<Failure | null>(null);
  fresh = $state(false);
  busy = $state(false);
  runs = $state.raw<readonly StoredRun[]>([]);
  #running = false;
  /** Of the script of the answer. */
  #params: readonly PlanParam[] = [];
  #next: BacktestRequest | null = null;
  /** Whether the text on screen is one that nobody has asked to run yet. */
  #overtaken = false;
  #settle: ReturnType<typeof setTimeout> | undefined;
  readonly #wanted: () => string | null;
  readonly #onEvaluation: (evaluation: Evaluation, request: BacktestRequest) => void;
  readonly #notKept: (error: unknown) => void;

  /**
   * @param wanted   alias of the instrument that is to be on the chart
   * @param notKept  told when a run could not be stored
   */
  constructor(
    wanted: () => string | null,
    onEvaluation: (evaluation: Evaluation, request: BacktestRequest) => void,
    notKept: (error: unknown) => void,
  ) {
    this.#wanted = wanted;
    this.#onEvaluation = onEvaluation;
    this.#notKept = notKept;
  }

  /** Another text is on screen, which is to run later: what is at work now is not shown any more. */
  overtake(): void {
    this.fresh = false;
    this.#overtaken = true;
  }

  /**
   * Runs the newest request; requests that a newer one overtakes are never started, and an answer on another text than
   * that of the newest is not shown.
   */
  request(request: BacktestRequest): void {
    this.fresh = false;
    this.#overtaken = false;
    this.#next = request;
    if (!this.#running) void this.#work();
  }

  /** Tells why there is no newer result. */
  fail(e: unknown): void {
    this.fresh = false;
    this.#next = null;
    this.failure = failureOf(e);
  }

  /** Shows the answer on the instrument that is to be on the chart. */
  async showWanted(): Promise<void> {
    const { answer } = this;
    const alias = this.#wanted();
    if (!answer?.portfolio || alias === null || this.shown?.alias === alias) return;
    const shown = await showInstrument(answer.request, alias);
    if (answer === this.answer && alias === this.#wanted()) this.shown = shown;
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
      const evaluation = await evaluate(request, this.#wanted());
      if (this.#overtaken || (this.#next && this.#next.source !== request.source)) return;
      this.#onEvaluation(evaluation, request);
      this.failure = null;
      if (!evaluation.answer) return;
      this.#params = evaluation.view.params;
      this.answer = evaluation.answer;
      this.shown = evaluation.shown ?? null;
      this.fresh = this.#next === null;
      performance.mark('backtab:result');
      if (this.shown?.alias !== this.#wanted()) await this.showWanted();
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
    this.#settle = setTimeout(() => void this.#keep(script).catch(this.#notKept), SETTLED_MS);
  }

  async #keep(script: string): Promise<void> {
    const answer = this.answer;
    if (!answer || !this.fresh) return;
    const { metrics, result } = answer.outcome;
    const parameters = answer.request.parameters;
    const { settings = {}, datasets } = answer.request;
    const changed = Object.keys(settings).length > 0 ? JSON.stringify(settings) : '';
    const setting = JSON.stringify(parameters) + changed + (datasets ? JSON.stringify(datasets) : '');
    const key = `${script}/${answer.dataSha256}/${setting}/${metrics.trades}/${metrics.finalEquity}`;
    const words = this.#params.map((param) => paramText(param, parameters[param.name] ?? param.default));
    const label = runLabel(words, settings);
    const run: StoredRun = {
      id: key,
      script,
      dataset: answer.dataSha256,
      parameters,
      source: answer.request.source,
      ...(changed ? { settings } : {}),
      ...(datasets ? { datasets } : {}),
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
