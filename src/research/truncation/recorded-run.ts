import type { Column } from '../../core/column';
import type { RunEvent } from '../../core/event';
import type { Fill, OrderRequest, Trade } from '../../core/order';
import type { RunSeries } from '../../core/run';
import type { AccountView, Strategy } from '../../core/strategy';
import { Engine } from '../../engine/engine';
import type { EngineSetup } from '../../engine/engine-setup';
import { simulationOf } from '../../engine/simulate';
import type { Built, WatchedValue } from './subject';

/** What had happened when the strategy was asked at a step. */
export interface Moment {
  readonly events: readonly RunEvent[];
  readonly fills: readonly Fill[];
  /** Those that were over. */
  readonly trades: readonly Trade[];
}

const NOTHING: Moment = { events: [], fills: [], trades: [] };

/** A run that writes down what is asked for step by step, and can be stopped and gone on with. It is never ended. */
export class RecordedRun {
  /** Instant of each step: when its bars closed. */
  readonly instants: number[] = [];
  /** What was asked for, by step; absent where it was nothing. */
  readonly requests = new Map<number, readonly OrderRequest[]>();
  /** What had happened at the step that was looked for. */
  moment = NOTHING;
  readonly #engine: Engine;
  readonly #built: Built;
  #wanted = -1;

  /** @param closes  instants at which the rows of each instrument close */
  constructor(setup: Omit<EngineSetup, 'strategy' | 'broker'>, built: Built, closes: readonly Column[]) {
    const { strategy } = built;
    const watched: Strategy = {
      name: strategy.name,
      onStart: () => strategy.onStart?.(),
      onFill: (fill) => strategy.onFill?.(fill),
      onBar: (bar, index, account) => {
        const step = this.instants.push(instantOf(account, closes)) - 1;
        if (step === this.#wanted) this.moment = momentOf(this.#engine);
        const asked = strategy.onBar(bar, index, account);
        if (asked.length > 0) this.requests.set(step, asked.slice());
        return asked;
      },
    };
    this.#built = built;
    this.#engine = new Engine({ ...setup, strategy: watched });
  }

  get series(): RunSeries {
    return this.#engine.series.series;
  }

  /** Values of the strategy, as far as the run has come. */
  get values(): readonly WatchedValue[] {
    return this.#built.values();
  }

  /**
   * Goes on up to and at an instant, and beyond it while the step was not reached.
   *
   * @param step  the one whose moment is kept
   */
  goTo(instant: number, step: number): void {
    this.#wanted = step;
    this.#engine.runUntil(instant);
    if (this.instants.length <= step) this.#engine.runUntil(Infinity);
  }
}

function momentOf(engine: Engine): Moment {
  const { events, fills, trades } = simulationOf(engine);
  return {
    events,
    fills: fills.slice(),
    trades: trades.filter(({ exitTime }) => !Number.isNaN(exitTime)),
  };
}

function instantOf({ markets }: AccountView, closes: readonly Column[]): number {
  let instant = -Infinity;
  markets.forEach(({ isNew, index }, k) => {
    const close = closes[k]![index] ?? -Infinity;
    if (isNew && close > instant) instant = close;
  });
  return instant;
}
