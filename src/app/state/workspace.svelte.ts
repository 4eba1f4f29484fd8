import { barCount } from '../../core/bars';
import type { BackendKind } from '../../core/backend';
import type { DatasetManifest } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import type { SweepAxis } from '../../research/outcome';
import * as data from '../../workers/data.client';
import { createLink, formatScript, setLabData, writeParameters } from '../../workers/lab.client';
import type { BacktestRequest, ComputeInfo, Evaluation, StoredRun, StoredScript } from '../../workers/protocol';
import { computeInfo } from '../../workers/sweep.client';
import { formatRoute, parseHash } from '../shell/router';
import { DataState } from './data.svelte';
import { exportBarsCsv, exportEquity, exportSweepCsv, exportTradesCsv } from './export';
import { LinkState } from './link.svelte';
import { LiveState } from './live.svelte';
import { ResultState } from './result.svelte';
import { ScriptState } from './script.svelte';
import { SweepState } from './sweep.svelte';
import { Tray } from './tray.svelte';
import { ViewState } from './view.svelte';
import type { DockTab, Page, Workspace } from './workspace';

const SAVE_AFTER_MS = 400;

/** The one implementation of `Workspace`: small states for each concern, and the acts that join them. */
class WorkspaceState implements Workspace {
  readonly #view = new ViewState();
  readonly #tray = new Tray();
  readonly #data = new DataState(this.#tray);
  readonly #script = new ScriptState();
  readonly #result = new ResultState((evaluation) => this.#evaluated(evaluation));
  readonly #sweep = new SweepState(this.#tray);
  readonly #link = new LinkState(this.#data);
  readonly #live = new LiveState(this.#data, () => this.#dataChanged());
  #compute = $state.raw<ComputeInfo | null>(null);
  #online = $state(navigator.onLine);
  #offlineReady = $state(false);
  #updateReady = $state(false);
  #shareText = $state<string | null>(null);
  #activateUpdate: (() => void) | null = null;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #payload: string | null = null;

  get page() { return this.#view.page; }
  get tab() { return this.#view.tab; }
  get theme() { return this.#view.theme; }
  get themeChoice() { return this.#view.themeChoice; }
  get range() { return this.#view.range; }
  set range(range) { this.#view.range = range; }
  get scale() { return this.#view.scale; }
  set scale(scale) { this.#view.scale = scale; }
  get cursor() { return this.#view.cursor; }
  set cursor(cursor) { this.#view.cursor = cursor; }
  get selectedTrade() { return this.#view.selectedTrade; }
  set selectedTrade(trade) { this.#view.selectedTrade = trade; }
  get paletteOpen() { return this.#view.paletteOpen; }
  get leftOpen() { return this.#view.leftOpen; }
  get rightOpen() { return this.#view.rightOpen; }
  get dockOpen() { return this.#view.dockOpen; }
  get datasets() { return this.#data.datasets; }
  get dataset() { return this.#data.dataset; }
  get bars() { return this.#data.bars; }
  get damage() { return this.#data.damage; }
  get usage() { return this.#data.usage; }
  get scripts() { return this.#script.scripts; }
  get script() { return this.#script.script; }
  get source() { return this.#script.source; }
  get view() { return this.#script.view; }
  get parameters() { return this.#script.parameters; }
  get saved() { return this.#script.saved; }
  get canUndo() { return this.#script.canUndo; }
  get canRedo() { return this.#script.canRedo; }
  get answer() { return this.#result.answer; }
  get fresh() { return this.#result.fresh; }
  get busy() { return this.#result.busy; }
  get failure() { return this.#result.failure; }
  get runs() { return this.#result.runs; }
  get sweep() { return this.#sweep.sweep; }
  get sweepFailure() { return this.#sweep.failure; }
  get sweepRunning() { return this.#sweep.running; }
  get opened() { return this.#link.opened; }
  get linkVerdict() { return this.#link.verdict; }
  get linkFailure() { return this.#link.failure; }
  get linkChecking() { return this.#link.checking; }
  get compute() { return this.#compute; }
  get online() { return this.#online; }
  get offlineReady() { return this.#offlineReady; }
  get updateReady() { return this.#updateReady; }
  get live() { return this.#live.status; }
  get tasks() { return this.#tray.tasks; }
  get toasts() { return this.#tray.toasts; }
  get log() { return this.#tray.log; }
  get shareText() { return this.#shareText; }

  /** Opens what the URL names, stores the sample on a first visit, and runs the first result. */
  async start(): Promise<void> {
    addEventListener('hashchange', () => this.#followUrl());
    addEventListener('online', () => (this.#online = true));
    addEventListener('offline', () => (this.#online = false));
    this.#guard(this.#loadCompute());
    try {
      await this.#data.start();
      await this.#loadScripts();
      const wanted = await data.loadSetting('dataset');
      const manifest = this.#data.datasets.find((d) => d.id === wanted) ?? this.#data.datasets[0];
      if (manifest) await this.#data.use(manifest);
      this.#dataChanged();
    } catch (e) {
      this.#tray.fail(e);
    }
    this.#followUrl();
  }

  show(page: Page): void {
    this.#view.page = page;
    const payload = page === 'shared' ? this.#payload : null;
    const hash = formatRoute({ page, payload, view: {} });
    if (location.hash !== hash && !(page === 'workspace' && location.hash === '')) location.hash = hash;
  }

  showTab(tab: DockTab): void {
    this.#view.tab = tab;
    this.#view.dockOpen = true;
  }

  setTheme(choice: 'system' | 'dark' | 'light'): void { this.#view.setTheme(choice); }
  togglePalette(open = !this.#view.paletteOpen): void { this.#view.paletteOpen = open; }
  toggleLeft(open = !this.#view.leftOpen): void { this.#view.leftOpen = open; }
  toggleRight(open = !this.#view.rightOpen): void { this.#view.rightOpen = open; }
  toggleDock(open = !this.#view.dockOpen): void { this.#view.dockOpen = open; }
  dismissToast(id: number): void { this.#tray.dismiss(id); }
  clearTask(id: number): void { this.#tray.clear(id); }
  closeShare(): void { this.#shareText = null; }

  importFiles(files: readonly File[]): void {
    for (const file of files) this.#guard(this.#import(file));
  }

  importText(name: string, text: string): void {
    this.importFiles([new File([text], name, { type: 'text/csv' })]);
  }

  addSynthetic(): void {
    this.#guard(this.#data.addSynthetic().then((manifest) => (manifest ? this.#show(manifest) : undefined)));
  }

  useDataset(id: DatasetId): void {
    const manifest = this.#data.find(id);
    if (manifest) this.#guard(this.#show(manifest));
  }

  removeDataset(id: DatasetId): void {
    this.#guard(this.#removeDataset(id));
  }

  renameDataset(id: DatasetId, name: string): void {
    this.#guard(this.#data.rename(id, name));
  }

  exportBars(id?: DatasetId): void {
    const manifest = id ? this.#data.find(id) : this.dataset;
    if (manifest) this.#guard(exportBarsCsv(manifest));
  }

  edit(source: string): void {
    if (this.#script.change({ source }, 'text')) this.#scriptChanged();
  }

  newScript(): void {
    const source = "strategy('New strategy', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })\n";
    this.#guard(this.#addScript('New strategy', source));
  }

  openScript(id: string): void {
    const script = this.scripts.find((s) => s.id === id);
    if (script) this.#open(script);
  }

  renameScript(id: string, name: string): void {
    const script = this.scripts.find((s) => s.id === id);
    if (script) this.#guard(this.#store({ ...script, name }));
  }

  removeScript(id: string): void {
    this.#guard(this.#removeScript(id));
  }

  format(): void {
    this.#guard(formatScript(this.source).then((source) => this.edit(source)));
  }

  setParameter(name: string, value: number): void {
    const parameters = { ...this.parameters, [name]: value };
    if (this.#script.change({ parameters }, `slider ${name}`)) this.#run();
  }

  resetParameter(name: string): void {
    const { [name]: _, ...parameters } = this.parameters;
    if (this.#script.change({ parameters }, 'reset')) this.#run();
  }

  keepParameters(): void {
    const keep = async (): Promise<void> => {
      const source = await writeParameters(this.source, this.parameters);
      if (this.#script.change({ source, parameters: {} }, 'keep')) this.#scriptChanged();
    };
    this.#guard(keep());
  }

  undo(): void {
    if (this.#script.undo()) this.#scriptChanged();
  }

  redo(): void {
    if (this.#script.redo()) this.#scriptChanged();
  }

  runNow(): void { this.#run(); }

  openRun(run: StoredRun): void {
    if (this.#script.change({ parameters: run.parameters }, 'run')) this.#run();
    this.show('workspace');
  }

  startSweep(axes: readonly SweepAxis[] | null = null, backend: BackendKind | 'auto' = 'auto'): void {
    const { dataset, bars } = this;
    if (!dataset || !bars) return;
    const request = {
      source: this.source, parameters: this.parameters, dataset: dataset.id, axes, backend,
      triesBefore: this.#result.tries(dataset.sha256),
    };
    this.#guard(this.#sweep.start(request, dataset, bars));
  }

  cancelSweep(): void { this.#sweep.cancel(); }

  openCell(parameters: Readonly<Record<string, number>>): void {
    this.#script.change({ parameters: { ...this.parameters, ...parameters } }, 'cell');
    this.#run();
    this.show('workspace');
  }

  exportTrades(): void {
    if (this.answer) this.#guard(exportTradesCsv(this.answer));
  }

  exportSweep(): void {
    if (this.sweep) this.#guard(exportSweepCsv(this.sweep));
  }

  exportEquity(format: 'csv' | 'arrow'): void {
    if (this.answer) this.#guard(exportEquity(this.answer, format));
  }

  async share(): Promise<void> {
    const request = this.#request();
    if (!request || !this.view?.runnable) return;
    try {
      const payload = await createLink(request);
      const link = `${location.origin}${location.pathname}${formatRoute({ page: 'shared', payload, view: {} })}`;
      this.#shareText = link;
      await navigator.clipboard.writeText(link);
      this.#tray.toast(`Link copied: ${link.length.toLocaleString('en-US')} characters. Whoever opens it re-runs the result.`);
      this.#shareText = null;
    } catch (e) {
      if (this.#shareText === null) this.#tray.fail(e);
    }
  }

  openLinkText(text: string): void {
    const at = text.indexOf('#/s/');
    this.#payload = at < 0 ? text.trim() : text.slice(at + 4).trim();
    this.show('shared');
    this.#guard(this.#openLink());
  }

  stopLinkCheck(): void { this.#link.stop(); }

  keepOpenedLink(): void {
    const shared = this.opened?.shared;
    if (!shared) return;
    const parameters = shared.parameters;
    const keep = async (): Promise<void> => {
      await this.#addScript(this.opened?.view.name ?? 'Shared strategy', shared.script, parameters);
      const manifest = this.#data.datasets.find((d) => d.sha256 === shared.data.sha256);
      if (manifest) await this.#show(manifest);
    };
    this.#guard(keep());
    this.show('workspace');
  }

  startLive(barsPerSecond: number): void {
    this.show('workspace');
    this.#guard(this.#live.start(barsPerSecond));
  }

  setLiveSpeed(barsPerSecond: number): void { this.#live.setSpeed(barsPerSecond); }
  pauseLive(paused: boolean): void { this.#live.pause(paused); }
  stopLive(): void { this.#live.stop(); }
  keepStorage(): void { this.#guard(this.#data.keep()); }
  applyUpdate(): void { this.#activateUpdate?.(); }

  /** Told by the service worker's registration. */
  setOfflineReady(): void { this.#offlineReady = true; }

  /** @param activate  loads the new version; called only when the user asks for it */
  setUpdateReady(activate: () => void): void {
    this.#updateReady = true;
    this.#activateUpdate = activate;
  }

  async #loadCompute(): Promise<void> {
    this.#compute = await computeInfo();
  }

  async #loadScripts(): Promise<void> {
    this.#script.scripts = await data.listScripts();
    const wanted = await data.loadSetting('script');
    const script = this.scripts.find((s) => s.id === wanted) ?? this.scripts[0];
    if (script) {
      this.#script.open(script);
      await this.#result.loadRuns(script.id);
    }
  }

  #followUrl(): void {
    const route = parseHash(location.hash);
    this.#view.page = route.page;
    if (route.view.tab) this.#view.tab = route.view.tab;
    if (route.view.trade !== undefined) this.#view.selectedTrade = route.view.trade;
    if (route.view.from !== undefined && route.view.to !== undefined) this.#view.range = { from: route.view.from, to: route.view.to };
    if (route.view.scale) this.#view.scale = route.view.scale;
    if (route.page !== 'shared') return;
    this.#payload = route.payload ?? '';
    this.#guard(this.#openLink());
  }

  async #openLink(): Promise<void> {
    await this.#link.open(this.#payload ?? '');
    await new Promise((painted) => requestAnimationFrame(painted));
    await this.#link.check();
    if (this.dataset && this.bars) await setLabData(this.dataset, this.bars);
  }

  async #import(file: File): Promise<void> {
    const manifest = await this.#data.import(file);
    if (!manifest) return;
    const { rowsKept, rowsRead } = manifest.report;
    this.#tray.toast(`${file.name}: ${rowsKept.toLocaleString('en-US')} of ${rowsRead.toLocaleString('en-US')} rows kept.`);
    await this.#show(manifest);
    this.show('start');
  }

  async #show(manifest: DatasetManifest): Promise<void> {
    await this.#data.use(manifest);
    await data.saveSetting('dataset', manifest.id);
    this.#sweep.clear();
    this.#view.selectedTrade = null;
    this.#dataChanged();
  }

  async #removeDataset(id: DatasetId): Promise<void> {
    const shown = this.dataset?.id === id;
    await this.#data.remove(id);
    const other = this.datasets[0];
    if (shown && other) await this.#show(other);
  }

  /** New bars are on screen: the lab gets them and the strategy runs again. */
  #dataChanged(): void {
    const { dataset, bars } = this;
    if (!dataset || !bars) return;
    this.#view.showEnd(barCount(bars));
    this.#guard(setLabData(dataset, bars).then(() => this.#run()));
  }

  #request(): BacktestRequest | null {
    const dataset = this.dataset;
    if (!dataset) return null;
    const tries = Math.max(1, this.#result.tries(dataset.sha256));
    return { source: this.source, parameters: this.parameters, dataset: dataset.id, tries };
  }

  #run(): void {
    const request = this.#request();
    if (request) this.#result.request(request);
  }

  #evaluated(evaluation: Evaluation): void {
    this.#script.view = evaluation.view;
    if (!evaluation.answer || !this.script) return;
    const trades = evaluation.answer.outcome.result.trades.length;
    const selected = this.#view.selectedTrade;
    if (selected === null || selected >= trades) this.#view.selectedTrade = trades > 0 ? trades - 1 : null;
    this.#result.keepWhenSettled(this.script.id);
  }

  #scriptChanged(): void {
    this.#script.saved = false;
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#guard(this.#save()), SAVE_AFTER_MS);
    this.#run();
  }

  async #save(): Promise<void> {
    const { script, source, view } = this.#script;
    if (!script) return;
    await this.#store({ ...script, source, name: view?.name || script.name });
    if (this.source === source) this.#script.saved = true;
  }

  async #store(script: StoredScript): Promise<void> {
    const stored = { ...script, updatedAt: Date.now() };
    await data.saveScript(stored);
    this.#script.scripts = await data.listScripts();
    if (this.script?.id === script.id) this.#script.script = stored;
  }

  async #addScript(name: string, source: string, parameters: Readonly<Record<string, number>> = {}): Promise<void> {
    const script: StoredScript = { id: crypto.randomUUID(), name, source, updatedAt: Date.now() };
    await this.#store(script);
    this.#open(script, parameters);
  }

  #open(script: StoredScript, parameters: Readonly<Record<string, number>> = {}): void {
    this.#script.open(script, parameters);
    this.#sweep.clear();
    this.#view.selectedTrade = null;
    this.#guard(data.saveSetting('script', script.id));
    this.#guard(this.#result.loadRuns(script.id));
    this.#run();
  }

  async #removeScript(id: string): Promise<void> {
    const script = this.scripts.find((s) => s.id === id);
    if (!script) return;
    await data.removeScript(id);
    this.#script.scripts = await data.listScripts();
    const next = this.scripts[0];
    if (this.script?.id === id && next) this.#open(next);
    this.#tray.toast(`${script.name} removed.`, { label: 'Bring it back', run: () => this.#guard(this.#store(script)) });
  }

  /** Failures of acts that nobody awaits are told, never swallowed. */
  #guard(work: Promise<unknown>): void {
    work.catch((e: unknown) => this.#tray.fail(e));
  }
}

/** The state of this page; `main.ts` starts it. */
export const workspace = new WorkspaceState();
