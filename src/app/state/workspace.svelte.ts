import { barCount } from '../../core/bars';
import type { SettingsChange } from '../../core/check-setting';
import type { DatasetManifest, SyntheticKind } from '../../core/dataset';
import type { SettingName } from '../../core/settings';
import * as data from '../../workers/data.client';
import { formatScript, writeParameters } from '../../workers/lab.client';
import type { BacktestRequest, Evaluation, StoredRun, StoredScript } from '../../workers/protocol';
import { computeInfo } from '../../workers/sweep.client';
import { visibleText } from '../shared/visible-controls';
import { formatRoute, parseHash } from '../shell/router';
import { copyOfScript } from './script-copy';
import { freeName, nameAfter } from './script-name';
import { isShareFile } from './share-file';
import { runSetOf } from './shared-set';
import { carryView, showView } from './url-view.svelte';
import type { KeptHistory } from './kept-history';
import type { Page, Workspace } from './workspace';
import { WorkspaceRun } from './workspace-run';

const SAVE_AFTER_MS = 400;

/** The one implementation of `Workspace`: small states for each concern, and the acts that join them. */
class WorkspaceState extends WorkspaceRun implements Workspace {
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #payload: string | null = null;
  #dataReady: () => void = () => undefined;
  readonly #whenDataReady = new Promise<void>((resolve) => (this.#dataReady = resolve));

  /** Opens what the URL names, stores the sample on a first visit, and runs the first result. */
  async start(): Promise<void> {
    addEventListener('hashchange', () => this.#followUrl());
    addEventListener('online', () => (this.onlineState = true));
    addEventListener('offline', () => (this.onlineState = false));
    this.guard(this.#loadCompute());
    this.scriptState.onChange = () => {
      if (this.script) this.historyKeeper.keep(this.script.id, this.scriptState.kept);
    };
    const first = parseHash(location.hash);
    this.#followUrl();
    try {
      await this.dataState.start();
      await this.#loadScripts();
      this.openedState = true;
      this.guard(this.studiesState.start());
      await this.instruments.start();
      const kept = await data.loadSetting('dataset');
      const named = this.instruments.members.find(({ alias }) => alias === first.view.instrument);
      const wanted = named?.dataset ?? kept;
      await this.dataState.useFirst(
        this.datasets.toSorted((a, b) => +(b.id === wanted) - +(a.id === wanted)),
      );
      this.dataChanged();
      this.guard(this.loadKeptSweeps());
    } catch (e) {
      this.tray.fail(e);
    }
    this.openedState = true;
    this.#dataReady();
    showView(this.viewState, first.view);
    carryView(this.viewState, () => ({
      rows: this.bars ? barCount(this.bars) : 0,
      lastTrade:
        this.answer?.outcome.result.trades.findLastIndex(({ market }) => market === this.market) ?? -1,
      instrument: this.instruments.shown,
    }));
  }

  show(page: Page): void {
    this.#turnTo(page);
    const payload = page === 'shared' ? this.#payload : null;
    const hash = formatRoute({ page, payload, view: {} });
    if (location.hash !== hash && !(page === 'workspace' && location.hash === '')) location.hash = hash;
  }

  #turnTo(page: Page): void {
    this.viewState.page = page;
    if (page !== 'report') this.link.report = null;
  }

  importFiles(files: readonly File[]): void {
    for (const file of files) this.guard(isShareFile(file) ? this.#openFile(file) : this.#import(file));
  }

  importText(name: string, text: string): void {
    this.importFiles([new File([text], name, { type: 'text/csv' })]);
  }

  addSynthetic(kind: SyntheticKind = 'intraday', seed: number | null = null): void {
    const adding = this.dataState.addSynthetic(kind, seed);
    this.guard(adding.then((manifest) => (manifest ? this.#imported(manifest) : undefined)));
  }

  restoreSample(): void {
    this.guard(
      this.dataState.restoreSample().then((manifest) => (manifest ? this.#imported(manifest) : undefined)),
    );
  }

  edit(source: string, renamed?: { readonly from: string; readonly to: string }): void {
    if (!this.scriptState.edit(source, renamed)) return;
    this.#saveSoon();
    this.runWhenTypedOut();
  }

  newScript(): void {
    const source = "strategy('New strategy', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })\n";
    this.guard(this.#addScript('New strategy', source));
  }

  openCopy(name: string, source: string): void {
    const copy = copyOfScript(
      name,
      source,
      this.scripts.map((script) => script.name),
    );
    this.guard(this.#addScript(copy.name, copy.source));
  }

  openScript(id: string): void {
    const script = this.scripts.find((s) => s.id === id);
    if (script) this.guard(this.reopen(script));
  }

  renameScript(id: string, name: string): void {
    const script = this.scripts.find((s) => s.id === id);
    if (script) this.guard(this.#store({ ...script, name }));
  }

  removeScript(id: string): void {
    this.guard(this.#removeScript(id));
  }

  format(): void {
    this.guard(formatScript(this.source).then((source) => this.edit(source)));
  }

  setParameter(name: string, value: number): void {
    const parameters = { ...this.parameters, [name]: value };
    if (this.scriptState.change({ parameters }, `slider ${name}`)) this.run();
  }

  resetParameter(name: string): void {
    const { [name]: _, ...parameters } = this.parameters;
    if (this.scriptState.change({ parameters }, 'reset')) this.run();
  }

  setSetting(name: SettingName, value: number | string | null): void {
    const { [name]: _, ...rest } = this.settings;
    const isScripts = value === null || Object.is(value, this.view?.settings?.[name]);
    const settings = isScripts ? rest : { ...rest, [name]: value };
    if (this.scriptState.change({ settings }, `setting ${name}`)) this.#scriptChanged();
  }

  resetSettings(): void {
    if (this.scriptState.change({ settings: {} }, 'settings')) this.#scriptChanged();
  }

  keepParameters(): void {
    const keep = async (): Promise<void> => {
      const source = await writeParameters(this.source, this.parameters);
      if (this.scriptState.change({ source, parameters: {} }, 'keep')) this.#scriptChanged();
    };
    this.guard(keep());
  }

  undo(): void {
    if (this.scriptState.undo()) this.#scriptChanged();
  }

  redo(): void {
    if (this.scriptState.redo()) this.#scriptChanged();
  }

  openRun(run: StoredRun): void {
    const { parameters, settings = {}, datasets = null } = run;
    if (this.scriptState.change({ parameters, settings, datasets }, 'run')) this.#scriptChanged();
    this.show('workspace');
  }

  openCell(parameters: Readonly<Record<string, number>>): void {
    this.scriptState.change({ parameters: { ...this.parameters, ...parameters } }, 'cell');
    this.run();
    this.show('workspace');
  }

  protected override shareRequest(): BacktestRequest | null {
    return this.view?.runnable ? this.request() : null;
  }

  openLinkText(text: string): void {
    const at = text.indexOf('#/s/');
    this.#payload = at < 0 ? text.trim() : text.slice(at + 4).trim();
    this.show('shared');
    this.guard(this.#openLink());
  }

  keepOpenedLink(): void {
    this.guard(this.#keepOpened());
    this.show('workspace');
  }

  async #loadCompute(): Promise<void> {
    this.computeState = await computeInfo();
  }

  async #loadScripts(): Promise<void> {
    this.scriptState.scripts = await data.listScripts();
    const wanted = await data.loadSetting('script');
    const script = this.scripts.find((s) => s.id === wanted) ?? this.scripts[0];
    if (script) {
      this.scriptState.open(script, {}, await this.historyKeeper.read(script.id, script.source));
      await this.resultState.loadRuns(script.id);
    }
  }

  #followUrl(): void {
    const { page, payload, view } = parseHash(location.hash);
    this.#turnTo(page);
    showView(this.viewState, view);
    const named = this.instruments.members.find(({ alias }) => alias === view.instrument);
    if (named && named.alias !== this.instruments.shown) this.useDataset(named.dataset);
    if (page !== 'shared' || payload === null) return;
    this.#payload = payload;
    this.guard(this.#openLink());
  }

  async #openLink(): Promise<void> {
    await this.link.open(this.#payload ?? '');
    await this.#checkOpened();
  }

  /** A file has no address: the page of shared runs shows it until it is left. */
  async #openFile(file: File): Promise<void> {
    this.#payload = null;
    const opening = this.link.openFile(file);
    this.show('shared');
    await opening;
    await this.#checkOpened();
  }

  /** Once code and provenance are on screen. */
  async #checkOpened(): Promise<void> {
    await this.#whenDataReady;
    await new Promise((painted) => requestAnimationFrame(painted));
    await this.link.check();
  }

  async #keepOpened(): Promise<void> {
    const { opened } = this.link;
    if (!opened) return;
    const { shared, view } = opened;
    const before = this.script;
    const dataKept = await this.link.keepData();
    const taken = this.scripts.map((script) => script.name);
    const name = freeName(visibleText(view.name) || 'Shared strategy', taken);
    const added = await this.#addScript(name, shared.script, shared.parameters, shared.settings);
    const set = runSetOf(shared.data, this.datasets);
    const manifest = this.datasets.find((d) => d.sha256 === shared.data.sets[0]?.sha256);
    if (set) this.setInstruments(set, 'instruments');
    else if (manifest) await this.showAlone(manifest);
    const takeBack = async (): Promise<void> => {
      await data.removeScript(added.id);
      for (const id of dataKept) this.removeDataset(id);
      this.scriptState.scripts = await data.listScripts();
      const next = before ?? this.scripts[0];
      if (this.script?.id === added.id && next) this.#open(next);
    };
    this.tray.toast(`Saved as ${name}. Strategies of yours stay as they were.`, {
      label: 'Take it back',
      run: () => this.guard(takeBack()),
    });
  }

  /** A file that the system opened the app with waits for the data of the visit before, which would take its place. */
  async #import(file: File): Promise<void> {
    await this.#whenDataReady;
    const manifest = await this.dataState.import(file);
    if (!manifest) return;
    const { rowsKept, rowsRead } = manifest.report;
    this.tray.toast(
      `${visibleText(file.name)}: ${rowsKept.toLocaleString('en-US')} of ${rowsRead.toLocaleString('en-US')} rows kept.`,
    );
    if (await this.#imported(manifest)) this.show('start');
    if (this.usage?.persistent === false) await data.persistStorage();
  }

  /** Shows new data; on the page of a shared run they are for that instead. @returns whether they are on screen */
  async #imported(manifest: DatasetManifest): Promise<boolean> {
    if (this.viewState.page === 'shared' && this.link.opened) {
      if (this.link.takes(manifest)) await this.#checkOpened();
      return false;
    }
    await this.showAlone(manifest);
    return true;
  }

  #scriptChanged(): void {
    this.#saveSoon();
    this.run();
  }

  #saveSoon(): void {
    this.scriptState.saved = false;
    this.validation.cancel();
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.guard(this.#save()), SAVE_AFTER_MS);
  }

  /** A name that was told after the script had been saved is saved now. */
  protected override evaluated(evaluation: Evaluation, request: BacktestRequest): void {
    super.evaluated(evaluation, request);
    const { script, source, saved, view } = this.scriptState;
    if (!script || !saved || request.source !== source) return;
    if (nameAfter(script.name, view?.name) !== script.name) this.guard(this.#save());
  }

  async #save(): Promise<void> {
    const { script, source, settings, view } = this.scriptState;
    if (!script) return;
    const name = nameAfter(script.name, view?.name);
    await this.#store({ ...script, source, settings, name });
    if (this.source !== source || this.settings !== settings) return;
    this.scriptState.saved = true;
    if (nameAfter(name, this.view?.name) !== name) await this.#save();
  }

  async #store(script: StoredScript): Promise<void> {
    const stored = { ...script, updatedAt: Date.now() };
    await data.saveScript(stored);
    this.scriptState.scripts = await data.listScripts();
    if (this.script?.id === script.id) this.scriptState.script = stored;
  }

  async #addScript(
    name: string,
    source: string,
    parameters: Readonly<Record<string, number>> = {},
    settings: SettingsChange = {},
  ): Promise<StoredScript> {
    const updatedAt = Date.now();
    const script: StoredScript = { id: crypto.randomUUID(), name, source, settings, updatedAt };
    await this.#store(script);
    this.#open(script, parameters);
    return script;
  }

  /** Opens a script where its editor was left. */
  protected override async reopen(script: StoredScript): Promise<void> {
    this.#open(script, {}, await this.historyKeeper.read(script.id, script.source));
  }

  #open(
    script: StoredScript,
    parameters: Readonly<Record<string, number>> = {},
    kept: KeptHistory | null = null,
  ): void {
    this.scriptState.open(script, parameters, kept);
    this.sweepState.clear();
    this.viewState.selectedTrade = null;
    this.guard(data.saveSetting('script', script.id));
    this.guard(this.resultState.loadRuns(script.id));
    this.run();
  }

  async #removeScript(id: string): Promise<void> {
    const script = this.scripts.find((s) => s.id === id);
    if (!script) return;
    await data.removeScript(id);
    this.scriptState.scripts = await data.listScripts();
    const next = this.scripts[0];
    if (this.script?.id === id && next) await this.reopen(next);
    this.tray.toast(`${script.name} removed.`, {
      label: 'Bring it back',
      run: () => this.guard(this.#store(script)),
    });
  }
}

/** The state of this page; `main.ts` starts it. */
export const workspace = new WorkspaceState();
