import type { Trade } from '../../core/order';
import { datasetsOf } from '../../core/run-set';
import type { BacktestRequest, ComputeInfo, Evaluation, RunData } from '../../workers/protocol';
import { revealSpan } from '../chart/geometry/range';
import { lastBarOf } from '../chart/trade-marks';
import { BatchState } from './batch.svelte';
import { FuturesState } from './futures.svelte';
import { InstrumentsState } from './instruments.svelte';
import { DataState } from './data.svelte';
import { HistoryKeeper } from './history-keeper.svelte';
import { LinkState } from './link.svelte';
import { LiveState } from './live.svelte';
import { ReplayState } from './replay.svelte';
import { ResultState } from './result.svelte';
import { ScriptState } from './script.svelte';
import { ShareState } from './share.svelte';
import { StudiesState } from './studies.svelte';
import { cutSweeps, SweepState } from './sweep.svelte';
import { Tray } from './tray.svelte';
import { ViewState } from './view.svelte';

/** What the page shows, read from one small state for each concern. */
export abstract class WorkspaceFields {
  protected readonly viewState = new ViewState();
  protected readonly tray = new Tray();
  protected readonly dataState = new DataState(this.tray);
  protected readonly scriptState = new ScriptState();
  protected readonly historyKeeper = new HistoryKeeper((e) => this.tray.fail(e));
  readonly instruments = new InstrumentsState(this.scriptState, this.dataState, this.tray);
  protected readonly resultState = new ResultState(
    () => this.instruments.shown,
    (evaluation, request) => this.evaluated(evaluation, request),
    (e) => this.tray.fail(e),
  );
  protected readonly sweepState = new SweepState(this.tray, (why) => this.sweepUnkept(why));
  readonly batch = new BatchState(this.dataState, this.tray);
  readonly futures = new FuturesState(this.tray);
  readonly replay = new ReplayState();
  readonly link = new LinkState(this.dataState);
  readonly sharing = new ShareState(this.dataState, this.tray, () => this.shareRequest());
  protected readonly liveState = new LiveState(this.dataState, {
    shown: () => this.dataChanged(),
    appended: (rows) => this.barsAppended(rows),
  });
  protected readonly studiesState = new StudiesState(this.scriptState, this.dataState, this.tray, () =>
    this.scriptLines(),
  );
  protected computeState = $state.raw<ComputeInfo | null>(null);
  protected onlineState = $state(navigator.onLine);
  protected offlineReadyState = $state(false);
  protected updateReadyState = $state(false);
  protected openedState = $state(false);

  /** A script was checked, and run when it could. */
  protected abstract evaluated(evaluation: Evaluation, request: BacktestRequest): void;

  /** The parts of a sweep could not be kept. */
  protected abstract sweepUnkept(why: string): void;

  /** The run on screen; null when it cannot be shared. */
  protected abstract shareRequest(): BacktestRequest | null;

  /** Other bars are on screen. */
  protected abstract dataChanged(): void;

  /** The dataset on screen has grown. */
  protected abstract barsAppended(rows: number): void;

  /** Lines of the script that stand over the prices. */
  protected scriptLines(): number {
    const plots = (this.shown ?? this.answer?.outcome)?.plots ?? [];
    return plots.filter(({ pane, kind }) => pane === 'price' && kind === 'number').length;
  }

  get page() {
    return this.viewState.page;
  }
  get tab() {
    return this.viewState.tab;
  }
  get theme() {
    return this.viewState.theme;
  }
  get themeChoice() {
    return this.viewState.themeChoice;
  }
  get range() {
    return this.viewState.range;
  }
  set range(range) {
    this.viewState.range = range;
  }
  get scale() {
    return this.viewState.scale;
  }
  set scale(scale) {
    this.viewState.scale = scale;
  }
  get cursor() {
    return this.viewState.cursor;
  }
  set cursor(cursor) {
    this.viewState.cursor = cursor;
  }
  get selectedTrade() {
    return this.viewState.selectedTrade;
  }
  /** Selects a trade and brings it on the chart, with its instrument where there are several. */
  set selectedTrade(trade) {
    this.viewState.selectedTrade = trade;
    const chosen = trade === null ? undefined : this.answer?.outcome.result.trades[trade];
    if (chosen) this.onMarket(chosen.market, () => this.revealTrade(chosen));
  }

  /** Acts once the instrument of a row `market` is on the chart: at once where it is there. */
  protected abstract onMarket(market: number, then: () => void): void;

  private revealTrade(trade: Trade): void {
    const count = this.bars?.time.length ?? 0;
    this.range = revealSpan(this.range, trade.entryBar, lastBarOf(trade, count), count);
  }
  get paletteOpen() {
    return this.viewState.paletteOpen;
  }
  get leftOpen() {
    return this.viewState.leftOpen;
  }
  get rightOpen() {
    return this.viewState.rightOpen;
  }
  get dockOpen() {
    return this.viewState.dockOpen;
  }
  get datasets() {
    return this.dataState.datasets;
  }
  get dataset() {
    return this.dataState.dataset;
  }
  get bars() {
    return this.dataState.bars;
  }
  get damage() {
    return this.dataState.damage;
  }
  get usage() {
    return this.dataState.usage;
  }
  get scripts() {
    return this.scriptState.scripts;
  }
  get script() {
    return this.scriptState.script;
  }
  get source() {
    return this.scriptState.source;
  }
  get view() {
    return this.scriptState.view;
  }
  get viewSource() {
    return this.scriptState.viewSource;
  }
  get parameters() {
    return this.scriptState.parameters;
  }
  get settings() {
    return this.scriptState.settings;
  }
  get saved() {
    return this.scriptState.saved && this.historyKeeper.settled;
  }
  get opened() {
    return this.openedState;
  }
  get canUndo() {
    return this.scriptState.canUndo;
  }
  get canRedo() {
    return this.scriptState.canRedo;
  }
  get studies() {
    return this.studiesState;
  }
  get answer() {
    return this.resultState.answer;
  }
  /** The instrument on the chart, of an answer over several; null while it shows another. */
  get shown() {
    const { shown } = this.resultState;
    return this.answer?.portfolio && shown?.alias === this.instruments.shown ? shown : null;
  }
  get fresh() {
    return this.resultState.fresh;
  }
  get busy() {
    return this.resultState.busy;
  }
  get failure() {
    return this.resultState.failure;
  }
  get runs() {
    return this.resultState.runs.filter((run) => run.dataset === this.dataHash);
  }
  /** Row among the instruments of the answer of the one on the chart: 0 where there is one; -1 where it is none of them. */
  get market() {
    const { answer, dataset } = this;
    return answer?.portfolio?.instruments.findIndex((one) => one.dataset === dataset?.id) ?? 0;
  }
  /** Fingerprint of the data that runs go over; null while they are not there. */
  get dataHash() {
    return this.instruments.set ? this.instruments.dataHash : (this.dataset?.sha256 ?? null);
  }
  /** The datasets of the answer; null where one of them is not what is on screen any more. */
  get answerData(): readonly RunData[] | null {
    const { answer, dataset, bars } = this;
    if (!answer || !dataset || !bars) return null;
    const { request, outcome } = answer;
    if (request.datasets) {
      const ids = datasetsOf(request.datasets);
      const held = ids.flatMap((id) => this.instruments.heldOf(id) ?? []);
      return held.length === ids.length ? held : null;
    }
    const isOfBars = dataset.id === request.dataset && outcome.result.series.time.length === bars.time.length;
    return isOfBars ? [{ manifest: dataset, bars }] : null;
  }
  get compared() {
    const known = this.runs.map(({ id }) => id);
    return this.viewState.compared.filter((id) => known.includes(id));
  }
  get sweep() {
    return this.sweepState.sweep;
  }
  get sweepRequest() {
    return this.sweepState.request;
  }
  get sweepFailure() {
    return this.sweepState.failure;
  }
  get sweepVerdict() {
    return this.sweepState.verdict;
  }
  get validationSeconds() {
    return this.sweepState.validationSeconds;
  }
  get validation() {
    return this.sweepState.validation;
  }
  get sweepRunning() {
    return this.sweepState.running;
  }
  get keptSweeps() {
    return cutSweeps(this.sweepState.kept, this.scripts, this.datasets);
  }
  get linkReport() {
    return this.link.report;
  }
  get compute() {
    return this.computeState;
  }
  get online() {
    return this.onlineState;
  }
  get offlineReady() {
    return this.offlineReadyState;
  }
  get updateReady() {
    return this.updateReadyState;
  }
  get live() {
    return this.liveState.status;
  }
  get tasks() {
    return this.tray.tasks;
  }
  get toasts() {
    return this.tray.toasts;
  }
  get log() {
    return this.tray.log;
  }
}
