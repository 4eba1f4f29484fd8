import type { BacktestRequest, ComputeInfo, Evaluation } from '../../workers/protocol';
import { revealSpan } from '../chart/geometry/range';
import { lastBarOf } from '../chart/trade-marks';
import { BatchState } from './batch.svelte';
import { DataState } from './data.svelte';
import { LinkState } from './link.svelte';
import { LiveState } from './live.svelte';
import { ReplayState } from './replay.svelte';
import { ResultState } from './result.svelte';
import { ScriptState } from './script.svelte';
import { ShareState } from './share.svelte';
import { StudiesState } from './studies.svelte';
import { SweepState } from './sweep.svelte';
import { Tray } from './tray.svelte';
import { ViewState } from './view.svelte';

/** What the page shows, read from one small state for each concern. */
export abstract class WorkspaceFields {
  protected readonly viewState = new ViewState();
  protected readonly tray = new Tray();
  protected readonly dataState = new DataState(this.tray);
  protected readonly scriptState = new ScriptState();
  protected readonly resultState = new ResultState((evaluation) => this.evaluated(evaluation));
  protected readonly sweepState = new SweepState(this.tray);
  readonly batch = new BatchState(this.dataState, this.tray);
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

  /** A script was checked, and run when it could. */
  protected abstract evaluated(evaluation: Evaluation): void;

  /** The run on screen; null when it cannot be shared. */
  protected abstract shareRequest(): BacktestRequest | null;

  /** Other bars are on screen. */
  protected abstract dataChanged(): void;

  /** The dataset on screen has grown. */
  protected abstract barsAppended(rows: number): void;

  /** Lines of the script that stand over the prices. */
  protected scriptLines(): number {
    const plots = this.answer?.outcome.plots ?? [];
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
  /** Selects a trade and brings it on the chart. */
  set selectedTrade(trade) {
    this.viewState.selectedTrade = trade;
    const chosen = trade === null ? undefined : this.answer?.outcome.result.trades[trade];
    const count = this.bars?.time.length ?? 0;
    if (chosen) this.range = revealSpan(this.range, chosen.entryBar, lastBarOf(chosen, count), count);
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
  get parameters() {
    return this.scriptState.parameters;
  }
  get settings() {
    return this.scriptState.settings;
  }
  get saved() {
    return this.scriptState.saved;
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
    return this.resultState.runs.filter((run) => run.dataset === this.dataState.dataset?.sha256);
  }
  get compared() {
    const known = this.runs.map(({ id }) => id);
    return this.viewState.compared.filter((id) => known.includes(id));
  }
  get sweep() {
    return this.sweepState.sweep;
  }
  get sweepFailure() {
    return this.sweepState.failure;
  }
  get sweepRunning() {
    return this.sweepState.running;
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
