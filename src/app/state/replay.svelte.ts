import { EventFold } from '../../core/event-fold';
import type { RunEvent } from '../../core/event';
import type { OrderRecord } from '../../core/order';
import type { RunResult } from '../../core/run';
import { linesAt, type ReplayLine } from '../replay/replay-words';

/** At what a running replay pauses. */
export type ReplayStop = 'nothing' | 'fills' | 'orders';

export const REPLAY_SPEEDS = [1, 4, 16, 64] as const;

/** Bars a second. */
export type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

/** The account at the close of the bar that a replay stands on. */
export interface ReplayAccount {
  readonly units: number;
  readonly cash: number;
  readonly equity: number;
  readonly waiting: readonly OrderRecord[];
  /** What happened to orders on this bar. */
  readonly lines: readonly ReplayLine[];
}

/** A run looked at bar by bar, as it was then: a fold over its events that stops anywhere. */
export class ReplayState {
  /** Row of the bar that it stands on; null when there is no replay. */
  bar = $state<number | null>(null);
  playing = $state(false);
  speed = $state<ReplaySpeed>(4);
  stopAt = $state<ReplayStop>('orders');
  account = $state.raw<ReplayAccount | null>(null);
  #run: RunResult | null = null;
  #fold: EventFold | null = null;
  #next = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** The run that is replayed; null when none is. */
  get run(): RunResult | null {
    return this.#run;
  }

  /** Bars of the run that is replayed. */
  get rows(): number {
    return this.#run?.series.time.length ?? 0;
  }

  /** Begins at a bar of a run. */
  start(run: RunResult, bar: number): void {
    this.#run = run;
    this.#fold = null;
    this.goTo(bar);
  }

  /** Ends the replay. */
  stop(): void {
    this.pause();
    this.#run = this.#fold = null;
    this.bar = null;
    this.account = null;
  }

  /** Stands on a bar; earlier ones are folded anew. */
  goTo(bar: number): void {
    const run = this.#run;
    if (!run) return;
    const at = Math.min(Math.max(0, Math.round(bar)), this.rows - 1);
    if (!this.#fold || at < (this.bar ?? 0)) this.#rewind(run);
    const fold = this.#advance(run.events, at);
    this.bar = at;
    this.account = {
      units: fold.sizeOf(0),
      cash: run.series.cash[at]!,
      equity: run.series.equity[at]!,
      waiting: fold.waiting,
      lines: linesAt(fold.orders, at),
    };
    if (at === this.rows - 1) this.pause();
  }

  /** Moves by some bars. */
  step(bars: number): void {
    this.goTo((this.bar ?? 0) + bars);
  }

  /** Stands on the next bar on which something of the kind happens; the last bar when there is none. */
  seek(kind: Exclude<ReplayStop, 'nothing'>): void {
    const { bar } = this;
    const found = this.#run?.events.find((event) => event.bar > (bar ?? -1) && isOf(event, kind));
    this.goTo(found?.bar ?? this.rows - 1);
  }

  play(): void {
    if (this.#run === null || this.playing) return;
    this.playing = true;
    this.#schedule();
  }

  pause(): void {
    this.playing = false;
    clearInterval(this.#timer);
  }

  setSpeed(speed: ReplaySpeed): void {
    this.speed = speed;
    if (this.playing) this.#schedule();
  }

  #schedule(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), 1000 / this.speed);
  }

  #tick(): void {
    this.step(1);
    const { stopAt, bar } = this;
    if (stopAt === 'nothing' || bar === null) return;
    if (this.#run?.events.some((event) => event.bar === bar && isOf(event, stopAt))) this.pause();
  }

  #rewind(run: RunResult): void {
    this.#fold = new EventFold([{ multiplier: run.settings.multiplier, currency: '' }], '');
    this.#next = 0;
  }

  #advance(events: readonly RunEvent[], bar: number): EventFold {
    const fold = this.#fold!;
    for (; this.#next < events.length && events[this.#next]!.bar <= bar; this.#next++) {
      fold.apply(events[this.#next]!);
    }
    return fold;
  }
}

const isOf = (event: RunEvent, kind: Exclude<ReplayStop, 'nothing'>): boolean =>
  kind === 'fills'
    ? event.kind === 'fill'
    : event.kind === 'submitted' || event.kind === 'order' || event.kind === 'risk';
