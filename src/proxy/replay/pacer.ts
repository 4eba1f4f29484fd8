/** Messages a second above which bars are sent together. */
const LARGEST_RATE = 30;

/** A pause of the process longer than this is not made up for by a burst. */
const LARGEST_LAG_MS = 2000;

/**
 * Decides how many bars of a replay are due. It holds no timer and reads no clock: the caller gives the time, in
 * milliseconds of any steady clock, and asks again after `waitMs`.
 *
 * Up to 30 bars a second each bar is due by itself; faster replays give several at once, 30 times a second.
 */
export class ReplayPacer {
  readonly #total: number;
  #sent = 0;
  #speed: number;
  #paused = false;
  /** Since this instant, `#credit` bars of the present speed were due when it began. */
  #since: number;
  #credit = 0;

  /**
   * @param total  bars in all
   * @param speed  bars a second
   */
  constructor(total: number, speed: number, now: number) {
    this.#total = total;
    this.#speed = speed;
    this.#since = now;
  }

  /** Bars taken so far. */
  get sent(): number {
    return this.#sent;
  }

  get ended(): boolean {
    return this.#sent === this.#total;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Takes the bars that are due: rows `[from, to)`; equal when there is none. */
  take(now: number): { from: number; to: number } {
    const from = this.#sent;
    if (this.#paused) return { from, to: from };
    this.#accrue(now);
    const due = Math.min(Math.floor(this.#credit), this.#total - from);
    this.#credit -= due;
    this.#sent += due;
    return { from, to: this.#sent };
  }

  /** Milliseconds until the next bars are due; `null` when paused or at the end. */
  waitMs(now: number): number | null {
    if (this.#paused || this.ended) return null;
    this.#accrue(now);
    const together = Math.max(1, this.#speed / LARGEST_RATE);
    return Math.max(0, Math.ceil(((together - this.#credit) * 1000) / this.#speed));
  }

  /** Changes the speed from now on; part of a bar already waited for counts. */
  setSpeed(speed: number, now: number): void {
    if (!this.#paused) this.#accrue(now);
    this.#speed = speed;
  }

  pause(now: number): void {
    if (this.#paused) return;
    this.#accrue(now);
    this.#paused = true;
  }

  resume(now: number): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#since = now;
  }

  /** Lets time pass without bars becoming due, as while the reader cannot follow. */
  hold(now: number): void {
    this.#since = now;
  }

  #accrue(now: number): void {
    const elapsed = Math.min(Math.max(now - this.#since, 0), LARGEST_LAG_MS);
    this.#credit += (elapsed * this.#speed) / 1000;
    this.#since = now;
  }
}
