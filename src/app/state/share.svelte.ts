import type { DatasetId } from '../../core/nominal';
import { sharedDatasets } from '../../core/share';
import * as data from '../../workers/data.client';
import { createShare } from '../../workers/lab.client';
import type { BacktestRequest, ShareDraft } from '../../workers/protocol';
import { formatInteger } from '../format';
import { formatRoute } from '../shell/router';
import type { DataState } from './data.svelte';
import { download } from './export';
import { SHARE_TYPE, shareFileName } from './share-file';
import type { Tray } from './tray.svelte';

/** Key of the setting that keeps the author's name. */
const AUTHOR = 'author';

/** Longest name of an author. */
export const MOST_AUTHOR_CHARACTERS = 200;

/** The run on screen as it would be shared: as a link, as a QR code of it, or as a file. */
export class ShareState {
  /** null while nothing is being shared. */
  draft = $state.raw<ShareDraft | null>(null);
  /** Whether the link of the draft was written to the clipboard; null until it was tried. */
  copied = $state<boolean | null>(null);
  /** As the sender wants to be called; empty for no word of it. */
  author = $state('');
  readonly #data: DataState;
  readonly #tray: Tray;
  readonly #request: () => BacktestRequest | null;
  #asked: BacktestRequest | null = null;
  #authorRead = false;

  /** @param request  the run on screen; null when it cannot be shared */
  constructor(dataState: DataState, tray: Tray, request: () => BacktestRequest | null) {
    this.#data = dataState;
    this.#tray = tray;
    this.#request = request;
  }

  /** The whole link of the draft; null while there is none, or when no link can hold the run. */
  get link(): string | null {
    const link = this.draft?.link;
    return link && 'payload' in link ? linkTo(link.payload) : null;
  }

  /** Bytes of the data that a file would take along; null when they are not all on this device. */
  get dataBytes(): number | null {
    return this.#datasets()?.reduce((sum, { bytes }) => sum + bytes, 0) ?? null;
  }

  /** Makes the link and opens the dialog; the link is copied where the browser allows it. */
  async open(): Promise<void> {
    this.#asked = this.#request();
    await this.#make();
    await this.copy();
  }

  /** Makes the link, copies it and says so in one line; the dialog opens only when that fails. */
  async copyAtOnce(): Promise<void> {
    await this.open();
    const { link } = this;
    if (!this.copied || link === null) return;
    this.close();
    this.#tray.toast(
      `Link copied: ${formatInteger(link.length)} characters. Whoever opens it re-runs the result.`,
      { label: 'QR code and file', run: () => this.#guard(this.open()) },
    );
  }

  close(): void {
    this.draft = null;
    this.copied = null;
  }

  async copy(): Promise<void> {
    const { link } = this;
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      this.copied = true;
    } catch {
      this.copied = false;
    }
  }

  /** Signs the draft; the name is kept for the next one. */
  setAuthor(name: string): void {
    const author = name.trim().slice(0, MOST_AUTHOR_CHARACTERS);
    if (author === this.author) return;
    this.author = author;
    this.copied = null;
    const sign = async (): Promise<void> => {
      await data.saveSetting(AUTHOR, author);
      await this.#make();
    };
    this.#guard(sign());
  }

  /** @param name      of the strategy
   *  @param withData  whether the bars travel with it */
  saveFile(name: string, withData: boolean): void {
    const save = async (): Promise<void> => {
      const { draft } = this;
      if (!draft) return;
      const ids: DatasetId[] = withData ? (this.#datasets() ?? []).map(({ id }) => id) : [];
      download(shareFileName(name), SHARE_TYPE, await data.shareFile(draft.shared, ids));
    };
    this.#guard(save());
  }

  async #make(): Promise<void> {
    if (!this.#asked) return;
    try {
      if (!this.#authorRead) this.author = (await data.loadSetting(AUTHOR)) ?? '';
      this.#authorRead = true;
      this.draft = await createShare(this.#asked, this.author || null, new Date().toISOString().slice(0, 10));
    } catch (e) {
      this.#tray.fail(e);
    }
  }

  #datasets() {
    const needed = this.draft ? sharedDatasets(this.draft.shared.data) : [];
    const found = needed.map(({ sha256 }) => this.#data.datasets.find((d) => d.sha256 === sha256));
    return found.every((manifest) => manifest !== undefined) ? found : null;
  }

  #guard(work: Promise<unknown>): void {
    work.catch((e: unknown) => this.#tray.fail(e));
  }
}

const linkTo = (payload: string): string =>
  `${location.origin}${location.pathname}${formatRoute({ page: 'shared', payload, view: {} })}`;
