import type { RollingFigures, Tearsheet } from '../../research/tearsheet/shape';
import { rollingOf, sureFiguresOf, tearsheetOf, type ReportSubject } from '../../workers/report.client';
import { failureOf } from './tray.svelte';
import type { Failure } from './workspace';

/** Bars up to which ranges are worked out without being asked for. */
const QUICK_BARS = 50_000;

/** What the report page shows beyond the result itself, worked out once it is asked for. */
class ReportState {
  /** Of the newest run that was worked out; an older one stays until then. */
  sheet = $state.raw<Tearsheet | null>(null);
  /** Of the window chosen; null for that of the sheet. */
  rolling = $state.raw<RollingFigures | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Whether `sheet` is of the run on screen. */
  fresh = $state(false);
  /** How far the 95 % ranges of the figures are. */
  ranges = $state<'none' | 'running' | 'shown'>('none');
  /** Whether the equity stands on a log scale. */
  log = $state(true);
  #subject: ReportSubject | null = null;
  #key = '';
  #running = false;

  /**
   * Works out the report of a run, unless it is there already. Of many that come while one is at work only the
   * newest is worked out.
   *
   * @param key  tells runs apart
   */
  show(key: string, subject: ReportSubject): void {
    if (key === this.#key) return;
    this.#key = key;
    this.#subject = subject;
    this.fresh = false;
    if (!this.#running) void this.#work();
  }

  /** Works out again what failed. */
  retry(): void {
    if (!this.#running) void this.#work();
  }

  /** Looks at the run through another window, returns. */
  async roll(window: number): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    try {
      const rolling = await rollingOf(subject, window);
      if (subject === this.#subject) this.rolling = rolling;
    } catch (e) {
      this.failure = failureOf(e);
    }
  }

  /** Works out the 95 % ranges of the figures on screen. */
  async showRanges(): Promise<void> {
    const subject = this.#subject;
    if (!subject || this.ranges !== 'none') return;
    this.ranges = 'running';
    try {
      const figures = await sureFiguresOf(subject);
      if (subject !== this.#subject || !this.sheet) return;
      this.sheet = { ...this.sheet, ...figures };
      this.ranges = 'shown';
    } catch (e) {
      this.ranges = 'none';
      if (subject === this.#subject) this.failure = failureOf(e);
    }
  }

  async #work(): Promise<void> {
    this.#running = true;
    this.failure = null;
    while (!this.fresh && this.#subject && !this.failure) await this.#runOnce(this.#subject);
    this.#running = false;
  }

  async #runOnce(subject: ReportSubject): Promise<void> {
    try {
      const sheet = await tearsheetOf(subject);
      this.sheet = sheet;
      this.rolling = null;
      this.fresh = subject === this.#subject;
      this.ranges = 'none';
      if (this.fresh && sheet.series.time.length <= QUICK_BARS) void this.showRanges();
    } catch (e) {
      if (subject === this.#subject) this.failure = failureOf(e);
    }
  }
}

/** The report of this page. */
export const report = new ReportState();
