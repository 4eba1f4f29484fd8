import { loadSetting, saveSetting } from '../../workers/data.client';
import type { KeptHistory } from './kept-history';

const KEEP_AFTER_MS = 400;

const keyOf = (script: string): string => `history ${script}`;

/** Keeps the undo history of each script on this device. */
export class HistoryKeeper {
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

  /** Keeps a history soon; a later one of the same moment takes its place. */
  keep(script: string, history: KeptHistory): void {
    this.#waiting = async () => {
      const { writeHistory } = await import('./kept-history');
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
    work?.().catch(this.#fail);
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
