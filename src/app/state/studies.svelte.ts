import { untrack } from 'svelte';
import type { Bars } from '../../core/bars';
import * as data from '../../workers/data.client';
import {
  computeStudy,
  listIndicators,
  stopStudies,
  writeStudy,
  type IndicatorInfo,
  type StudyAnswer,
  type StudyCall,
  type WrittenStudy,
} from '../../workers/study.client';
import { formatCount } from '../format';
import { keep, readKept } from '../shell/device-store';
import type { StudyScene } from '../studies/chart-studies';
import { MOST_STUDIES, readStudies, writeStudies } from '../studies/stored-studies';
import { builtOn, callOf, defaultPane, studyTitle, type Catalogue, type Study } from '../studies/study';
import { settled } from '../studies/pane-choice';
import { fillingOf, newLooks, type PaneFilling } from '../studies/study-look';
import type { DataState } from './data.svelte';
import type { ScriptState } from './script.svelte';
import { failureOf, type Tray } from './tray.svelte';
import type { Failure } from './workspace';

/** Values of a study, and of what they are the values. */
export interface StudyResult {
  /** Name of the indicator; another one may have taken the place of a study that is gone. */
  readonly indicator: string;
  /** What was computed. */
  readonly key: string;
  readonly bars: Bars;
  readonly answer: StudyAnswer | null;
  readonly failure: Failure | null;
}

/** The dialog that is open: the picker, or the settings of a study. */
export type StudyDialog = { readonly kind: 'pick' } | { readonly kind: 'settings'; readonly id: string };

interface Work {
  readonly id: string;
  readonly key: string;
  readonly call: StudyCall;
  readonly bars: Bars;
}

const BUSY_AFTER_MS = 300;
/** Work that nobody waits for any more is ended by force once it has taken this long. */
const PATIENCE_MS = 500;
const SETTING = 'studies';
const RECENT_KEY = 'backtab-recent-indicators';
const RECENT = 6;

/** Indicators that the user has put on the chart, whatever the script: what they are and their values. */
export class StudiesState {
  /** The entries of the catalogue; empty until they are first needed. */
  catalogue = $state.raw<readonly IndicatorInfo[]>([]);
  catalogueFailure = $state.raw<Failure | null>(null);
  results = $state.raw<ReadonlyMap<string, StudyResult>>(new Map());
  dialog = $state.raw<StudyDialog | null>(null);
  /** Names of the indicators added last, newest first. */
  recent = $state.raw<readonly string[]>((readKept(RECENT_KEY) ?? '').split('\n').filter(Boolean));
  /** Computing for more than 300 ms. */
  busy = $state(false);
  readonly byName: Catalogue = $derived(new Map(this.catalogue.map((info) => [info.name, info])));
  readonly #script: ScriptState;
  readonly #data: DataState;
  readonly #tray: Tray;
  /** What stands in the price pane beside studies: the lines of the script. */
  readonly #scriptLines: () => number;
  #running: { readonly work: Work; readonly since: number } | null = null;
  #loading: Promise<void> | null = null;
  #saving = false;
  /** What is to be kept; null when it is. */
  #unsaved: string | null = null;

  constructor(script: ScriptState, dataState: DataState, tray: Tray, scriptLines: () => number) {
    this.#script = script;
    this.#data = dataState;
    this.#tray = tray;
    this.#scriptLines = scriptLines;
  }

  /** In the order in which they were added. */
  get list(): readonly Study[] {
    return this.#script.studies;
  }

  /** All that is drawn of them. */
  get scene(): StudyScene {
    const { list, byName, results, busy, catalogueFailure } = this;
    return { studies: list, catalogue: byName, results, busy, catalogueFailure };
  }

  /** Brings back the studies of the last visit; from then on they are kept and computed. */
  async start(): Promise<void> {
    const kept = readStudies(await data.loadSetting(SETTING));
    const added = this.list.filter(({ id }) => !kept.some((study) => study.id === id));
    this.#script.studies = [...kept, ...added];
    if (kept.length > 0) await this.loadCatalogue();
    $effect.root(() => {
      $effect(() => {
        const wanted = this.#wanted();
        untrack(() => this.#compute(wanted));
      });
      $effect(() => this.#save(writeStudies(this.list)));
    });
  }

  /** Keeps the newest text at once; those that a newer one overtakes are never written. */
  #save(text: string): void {
    this.#unsaved = text;
    if (!this.#saving) void this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    this.#saving = true;
    try {
      while (this.#unsaved !== null) {
        const text = this.#unsaved;
        this.#unsaved = null;
        await data.saveSetting(SETTING, text);
      }
    } catch (e) {
      this.#tray.fail(e);
    } finally {
      this.#saving = false;
    }
  }

  /** Reads the catalogue once; `catalogueFailure` says why it could not. */
  async loadCatalogue(): Promise<void> {
    if (this.catalogue.length > 0) return;
    this.#loading ??= this.#readCatalogue().finally(() => (this.#loading = null));
    await this.#loading;
  }

  async #readCatalogue(): Promise<void> {
    try {
      this.catalogue = await listIndicators();
      this.catalogueFailure = null;
    } catch (e) {
      this.catalogueFailure = failureOf(e);
    }
  }

  find(id: string): Study | undefined {
    return this.list.find((study) => study.id === id);
  }

  titleOf(study: Study): string {
    return studyTitle(study, this.list, this.byName);
  }

  /** Opens the picker. */
  pick(): void {
    this.dialog = { kind: 'pick' };
    void this.loadCatalogue();
  }

  /** Opens the settings of a study. */
  open(id: string): void {
    if (this.find(id)) this.dialog = { kind: 'settings', id };
  }

  closeDialog(): void {
    this.dialog = null;
  }

  /** Adds an indicator with its defaults. */
  add(name: string): Study | null {
    const info = this.byName.get(name);
    if (!info) return null;
    if (this.list.length >= MOST_STUDIES) {
      this.#tray.toast(`${MOST_STUDIES} studies are the most. Remove one to add another.`);
      return null;
    }
    const id = this.#freeId();
    const bare: Study = {
      id,
      indicator: name,
      params: {},
      sources: {},
      pane: id,
      visible: true,
      convention: 'talib',
      unstablePeriod: 0,
      candles: {},
      looks: {},
    };
    const pane = defaultPane(bare, this.list, this.byName);
    const study = { ...bare, pane, looks: newLooks(info, this.fillingOf(pane)) };
    this.#change([...this.list, study], `add ${id}`);
    this.recent = [name, ...this.recent.filter((other) => other !== name)].slice(0, RECENT);
    keep(RECENT_KEY, this.recent.join('\n'));
    return study;
  }

  /** @param kind  what changes, so that quick changes of one kind are one step of undo */
  change(id: string, change: Partial<Omit<Study, 'id' | 'indicator'>>, kind: string): void {
    const studies = this.list.map((study) => (study.id === id ? { ...study, ...change } : study));
    this.#change(studies, `${kind} ${id}`);
  }

  toggle(id: string): void {
    const study = this.find(id);
    if (study) this.change(id, { visible: !study.visible }, 'visible');
  }

  get allHidden(): boolean {
    return this.list.every(({ visible }) => !visible);
  }

  /** Hides all, or shows all when all are hidden. */
  toggleAll(): void {
    const visible = this.allHidden;
    this.#change(
      this.list.map((study) => ({ ...study, visible })),
      'visible',
    );
  }

  /** Removes a study and those that are computed on it; a toast offers to bring them back. */
  remove(id: string): void {
    const study = this.find(id);
    if (!study) return;
    const gone = [study, ...builtOn(id, this.list)];
    const names = gone.map((other) => this.titleOf(other)).join(', ');
    this.#removed(gone, `${names} removed.`);
  }

  removeAll(): void {
    const count = this.list.length;
    if (count > 0) this.#removed(this.list, `${formatCount(count, 'study', 'studies')} removed.`);
  }

  #removed(gone: readonly Study[], words: string): void {
    const rest = this.list.filter((study) => !gone.includes(study));
    this.#change(rest, `remove ${gone[0]?.id}`);
    const { dialog } = this;
    if (dialog?.kind === 'settings' && !this.find(dialog.id)) this.dialog = null;
    this.#tray.toast(words, {
      label: 'Bring it back',
      run: () => this.#change([...this.list, ...gone.filter(({ id }) => !this.find(id))], 'bring back'),
    });
  }

  /** The script with a study written into it. */
  write(id: string, source: string): Promise<WrittenStudy> {
    const study = this.find(id);
    const call = study && callOf(study, this.list, this.byName);
    return call ? writeStudy(source, call) : Promise.reject(new Error('The study is gone.'));
  }

  /** Colours and lines of a pane. */
  fillingOf(pane: string, without: string | null = null): PaneFilling {
    const lines = pane === 'price' ? this.#scriptLines() : 0;
    const others = { colours: Array.from({ length: lines }, (_, k) => k % 6), lines };
    const studies = this.list.filter(({ id }) => id !== without);
    return fillingOf(studies, pane, (name) => this.byName.get(name), others);
  }

  /** Computes everything again, as after a failure. */
  retry(): void {
    void this.loadCatalogue();
    this.results = new Map([...this.results].filter(([, { failure }]) => failure === null));
    this.#compute(this.#wanted());
  }

  #change(studies: readonly Study[], kind: string): void {
    this.#script.change({ studies: settled(studies, this.byName) }, kind);
  }

  #freeId(): string {
    for (let k = 1; ; k++) if (!this.find(`s${k}`)) return `s${k}`;
  }

  /** What has to be computed for the studies that are shown. */
  #wanted(): readonly Work[] {
    const { bars } = this.#data;
    if (!bars) return [];
    return this.list.flatMap((study) => {
      const call = study.visible ? callOf(study, this.list, this.byName) : null;
      return call ? [{ id: study.id, key: JSON.stringify(call), call, bars }] : [];
    });
  }

  /** The next piece of work whose result is not there. */
  #next(): Work | undefined {
    return this.#wanted().find(({ id, key, bars }) => {
      const result = this.results.get(id);
      return result?.key !== key || result.bars !== bars;
    });
  }

  #compute(wanted: readonly Work[]): void {
    const running = this.#running;
    if (!running) {
      void this.#work();
      return;
    }
    const { key, bars } = running.work;
    const isWanted = wanted.some((work) => work.key === key && work.bars === bars);
    if (!isWanted && performance.now() - running.since > PATIENCE_MS) stopStudies();
  }

  async #work(): Promise<void> {
    const busy = setTimeout(() => (this.busy = true), BUSY_AFTER_MS);
    for (let work = this.#next(); work; work = this.#next()) {
      this.#running = { work, since: performance.now() };
      const result = await this.#result(work);
      const isWanted = this.#wanted().some(({ id, key }) => id === work.id && key === work.key);
      if (isWanted) this.#keep(work, result);
    }
    this.#running = null;
    clearTimeout(busy);
    this.busy = false;
  }

  #keep({ id }: Work, result: StudyResult): void {
    const known = [...this.results].filter(([other]) => this.find(other));
    this.results = new Map([...known, [id, result]]);
    const study = this.find(id);
    if (!result.failure || !study) return;
    const { message, remedy } = result.failure;
    this.#tray.note('error', `${this.titleOf(study)}: ${message} ${remedy}`);
  }

  async #result({ call, key, bars }: Work): Promise<StudyResult> {
    const of = { indicator: call.indicator, key, bars };
    try {
      return { ...of, answer: await computeStudy(call, bars), failure: null };
    } catch (e) {
      return { ...of, answer: null, failure: failureOf(e) };
    }
  }
}
