import type { DatasetManifest } from '../../core/dataset';
import { BacktabError, isBacktabError } from '../../core/errors';
import type { DatasetId } from '../../core/nominal';
import { sharedDatasets, type SharedDataset, type SharedStrategy } from '../../core/share';
import * as data from '../../workers/data.client';
import { openShareFile } from '../../workers/import.client';
import { checkShared, openLink, stopLab, viewShared } from '../../workers/lab.client';
import type { LinkVerdict, OpenedLink, RunData } from '../../workers/protocol';
import { visibleText } from '../shared/visible-controls';
import type { DataState } from './data.svelte';
import { failureOf } from './tray.svelte';
import type { Failure, LinkReport } from './workspace';

/** Data that were brought for a shared run, and are not what it needs. */
export interface OtherData {
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
}

/** A link or file that was opened: shown first, then re-run, and nothing beyond that. */
export class LinkState {
  opened = $state.raw<OpenedLink | null>(null);
  verdict = $state.raw<LinkVerdict | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Whether it is being read. */
  opening = $state(false);
  checking = $state(false);
  /** Whether the check was ended by hand. */
  stopped = $state(false);
  /** What was brought last and did not fit. */
  other = $state.raw<OtherData | null>(null);
  /** What the check ran on, in the order of the run's datasets. */
  checkedOn = $state.raw<readonly RunData[]>([]);
  /** Its result while the report page shows it. */
  report = $state.raw<LinkReport | null>(null);
  /** Payload or file that is open. */
  #source = $state.raw<string | File | null>(null);
  /** Data that came with the file; they are not stored. */
  #brought: readonly RunData[] = [];
  readonly #data: DataState;

  constructor(dataState: DataState) {
    this.#data = dataState;
  }

  /** Decodes a payload; the read-only re-run starts once code and provenance are on screen. */
  async open(payload: string): Promise<void> {
    if (payload === this.#source && (this.opened || this.failure)) return;
    await this.#open(payload, () => openLink(payload));
  }

  /** Reads a file in a worker of its own; nothing of it is stored. */
  async openFile(file: File): Promise<void> {
    await this.#open(file, async () => {
      const { shared, data: brought } = await openShareFile(file).done;
      const view = await viewShared(shared);
      if (this.#source === file) this.#brought = brought;
      return { shared, carrier: { kind: 'file', name: file.name, bytes: file.size }, view };
    });
  }

  /** Whether a file is open, which no address can carry. */
  get isFile(): boolean {
    return this.#source instanceof File;
  }

  async #open(source: string | File, read: () => Promise<OpenedLink>): Promise<void> {
    this.#source = source;
    this.#brought = [];
    this.opened = null;
    this.checkedOn = [];
    this.#forget();
    this.opening = true;
    try {
      const opened = await read();
      if (source === this.#source) this.opened = opened;
    } catch (e) {
      if (source === this.#source) this.failure = failureOf(e);
    } finally {
      if (source === this.#source) this.opening = false;
    }
  }

  #forget(): void {
    this.verdict = null;
    this.failure = null;
    this.stopped = false;
    this.other = null;
  }

  /** Re-runs what was opened where its data are at hand. */
  async check(): Promise<void> {
    const opened = this.opened;
    if (!opened || this.checking) return;
    this.#forget();
    const missing = this.missing(opened.shared);
    if (missing.length > 0) {
      this.verdict = { state: 'data_not_here', missing };
      return;
    }
    this.checking = true;
    try {
      const used = await Promise.all(
        sharedDatasets(opened.shared.data).map(({ sha256 }) => this.#bars(sha256)),
      );
      if (this.stopped) return;
      const verdict = await checkShared(opened.shared, used);
      if (this.opened !== opened) return;
      this.checkedOn = used;
      this.verdict = verdict;
    } catch (e) {
      const byHand = this.stopped && isBacktabError(e, 'worker_lost');
      if (!byHand && this.opened === opened) this.failure = failureOf(e);
    } finally {
      this.checking = false;
    }
  }

  /** Datasets of a shared run that are not at hand. */
  missing(shared: SharedStrategy): readonly SharedDataset[] {
    return sharedDatasets(shared.data).filter(({ sha256 }) => !this.has(sha256));
  }

  /** Whether data with a fingerprint are at hand: on this device, or in the file that is open. */
  has(sha256: string): boolean {
    return this.#data.datasets.some((d) => d.sha256 === sha256) || this.#broughtWith(sha256) !== undefined;
  }

  /** Data were imported while a shared run was open: whether it needs them. When not, they are named. */
  takes({ name, sha256, rows }: DatasetManifest): boolean {
    const { opened } = this;
    if (!opened) return false;
    if (sharedDatasets(opened.shared.data).some((set) => set.sha256 === sha256)) return true;
    this.other = { name, sha256, rows };
    return false;
  }

  /** Stores the data that came with the file and are not on this device; the ids of what was stored. */
  async keepData(): Promise<readonly DatasetId[]> {
    const kept: DatasetId[] = [];
    for (const { manifest, bars } of this.#brought) {
      if (this.#data.datasets.some((d) => d.sha256 === manifest.sha256)) continue;
      const { instrument, interval, source, report } = manifest;
      const dataset = {
        name: visibleText(manifest.name),
        instrument: { ...instrument, name: visibleText(instrument.name) },
        interval,
        source: { ...source, name: visibleText(source.name) },
        report,
      };
      kept.push((await data.storeDataset(dataset, bars)).id);
    }
    if (kept.length > 0) await this.#data.refresh();
    return kept;
  }

  /** Shows the report of the run that checked it; only runs on one dataset have one here. */
  readReport(): void {
    const { opened, verdict } = this;
    const [used] = this.checkedOn;
    if (!opened || !used || !verdict || verdict.state === 'data_not_here') return;
    const { name, params } = opened.view;
    const { manifest: dataset, bars } = used;
    this.report = { answer: verdict.answer, dataset, bars, name: visibleText(name), params };
  }

  /** Ends the check; what was opened stays. */
  stop(): void {
    if (!this.checking) return;
    this.stopped = true;
    stopLab();
  }

  async #bars(sha256: string): Promise<RunData> {
    const brought = this.#broughtWith(sha256);
    if (brought) return brought;
    const manifest = this.#data.datasets.find((d) => d.sha256 === sha256);
    if (!manifest) throw new BacktabError('dataset_missing', { dataset: sha256 });
    return { manifest, bars: await data.readDataset(manifest.id) };
  }

  #broughtWith(sha256: string): RunData | undefined {
    return this.#brought.find(({ manifest }) => manifest.sha256 === sha256);
  }
}
