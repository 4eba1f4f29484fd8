import { failureOf } from '../../state/tray.svelte';

/** A text that is checked while it is typed: what is wrong with it is told, and the last valid one stays in force. */
export class CheckedText {
  text = $state('');
  /** In force; empty for none. */
  valid = $state('');
  mistake = $state<string | null>(null);
  readonly #check: (text: string) => Promise<string | null>;
  #asked = 0;

  /** @param check  what is wrong with a text, in words; null when nothing is */
  constructor(check: (text: string) => Promise<string | null>, text = '') {
    this.#check = check;
    this.text = this.valid = text;
  }

  /** Takes a text that is known to be valid. */
  put(text: string): void {
    this.#asked += 1;
    this.text = this.valid = text;
    this.mistake = null;
  }

  /** Checks a text; one that is typed later overtakes it. A check that fails is told as what is wrong. */
  async type(text: string): Promise<void> {
    this.text = text;
    const asked = ++this.#asked;
    const mistake =
      text.trim() === '' ? null : await this.#check(text).catch((e: unknown) => failureOf(e).message);
    if (asked !== this.#asked) return;
    this.mistake = mistake;
    if (mistake === null) this.valid = text.trim();
  }
}
