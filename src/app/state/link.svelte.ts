import * as data from '../../workers/data.client';
import { checkLink, openLink, setLabData, stopLab } from '../../workers/lab.client';
import type { LinkVerdict, OpenedLink } from '../../workers/protocol';
import type { DataState } from './data.svelte';
import { failureOf } from './tray.svelte';
import type { Failure, LinkReport } from './workspace';

/** A link that was opened: shown first, then re-run, and nothing beyond that. */
export class LinkState {
  opened = $state.raw<OpenedLink | null>(null);
  verdict = $state.raw<LinkVerdict | null>(null);
  failure = $state.raw<Failure | null>(null);
  checking = $state(false);
  /** Its result while the report page shows it. */
  report = $state.raw<LinkReport | null>(null);
  #payload = '';
  readonly #data: DataState;

  constructor(dataState: DataState) {
    this.#data = dataState;
  }

  /** Decodes a payload; the read-only re-run starts once code and provenance are on screen. */
  async open(payload: string): Promise<void> {
    if (payload === this.#payload && (this.opened || this.failure)) return;
    this.#payload = payload;
    this.opened = null;
    this.verdict = null;
    this.failure = null;
    try {
      const opened = await openLink(payload);
      if (payload !== this.#payload) return;
      this.opened = opened;
    } catch (e) {
      this.failure = failureOf(e);
    }
  }

  /** Re-runs the opened link where its data are on this device. */
  async check(): Promise<void> {
    const opened = this.opened;
    if (!opened || this.checking) return;
    const { sha256, bundled } = opened.shared.data;
    const manifest = this.#data.datasets.find((d) => d.sha256 === sha256);
    if (!manifest) {
      const remedy = bundled
        ? `It was run on ${bundled} of another version of Backtab.`
        : 'Drop the file on this page; it is checked by its fingerprint.';
      this.verdict = { state: 'data_not_here', remedy };
      return;
    }
    this.checking = true;
    try {
      setLabData([{ manifest, bars: await data.readDataset(manifest.id) }]);
      const verdict = await checkLink(opened);
      if (this.opened === opened) this.verdict = verdict;
    } catch (e) {
      this.failure = failureOf(e);
    } finally {
      this.checking = false;
    }
  }

  /** Reads what the report page needs, once the link was checked. */
  async readReport(): Promise<void> {
    const { opened, verdict } = this;
    const manifest = this.#data.datasets.find((d) => d.sha256 === opened?.shared.data.sha256);
    if (!opened || !manifest || !verdict || verdict.state === 'data_not_here') return;
    const bars = await data.readDataset(manifest.id);
    const { name, params } = opened.view;
    this.report = { answer: verdict.answer, dataset: manifest, bars, name, params };
  }

  stop(): void {
    if (this.checking) stopLab();
  }
}
