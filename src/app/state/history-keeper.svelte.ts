import { loadSetting, saveSetting } from '../../workers/data.client';
import type { KeptHistory } from './kept-history';

const KEEP_AFTER_MS = 400;

const keyOf = (script: string): string => `history ${script}`;

/** Keeps the undo history of each script on this device. */
export class HistoryKeeper {
  /** Histories that are not kept yet. */
  #open = $state(0);
  readonly #fail: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => Promise<void>) | null = null;

  /** @param fail  told of failures of the storage */
  constructor(fail: (error: unknown) => void) {
    this.#fail = fail;
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
  }

  /** Whether all that was to be kept is kept. */
  get settled(): boolean {
    return this.#open === 0;
  }

  /** Keeps a history soon; a later one of the same moment takes its place. What writes it is at hand by then. */
  keep(script: string, history: KeptHistory): void {
    const writing = import('./kept-history');
    if (!this.#waiting) this.#open += 1;
    this.#waiting = async () => {
      const { writeHistory } = await writing;
      await saveSetting(keyOf(script), writeHistory(history));
    };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), KEEP_AFTER_MS);
  }

  /** Keeps what waits at once. */
  flush(): void {
    const work = this.#waiting;
    this.#waiting = null;
    clearTimeout(this.#timer);
    work?.()
      .catch(this.#fail)
      .finally(() => (this.#open -= 1));
  }

  /** The history that was kept of a script; null where there is none for this text, or it cannot be read. */
  async read(script: string, source: string): Promise<KeptHistory | null> {
    this.flush();
    try {
      const text = await loadSetting(keyOf(script));
      if (text === null || text === '') return null;
      const { readHistory } = await import('./kept-history');
      return readHistory(text, source);
    } catch (e) {
      this.#fail(e);
      return null;
    }
  }
}
