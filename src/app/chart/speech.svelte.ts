/** Least time between two announcements. */
const EVERY_MS = 250;

/** Text of a polite live region: the newest sentence, at most four a second. */
export class Speech {
  text = $state('');
  #newest = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(sentence: string): void {
    this.#newest = sentence;
    if (this.#timer !== undefined) return;
    this.text = sentence;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.text !== this.#newest) this.say(this.#newest);
    }, EVERY_MS);
  }
}
