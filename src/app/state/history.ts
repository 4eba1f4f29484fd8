import type { SettingsChange } from '../../core/check-setting';
import type { RunSet } from '../../core/run-set';
import type { Study } from '../studies/study';

/** A state of the editor and the sliders that undo can return to. */
export interface EditState {
  readonly source: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over the script's. */
  readonly settings: SettingsChange;
}

/** The same with the studies beside the script. */
export interface Snapshot extends EditState {
  readonly studies: readonly Study[];
  /** The datasets that runs go over together; null for the one on the chart. */
  readonly datasets: RunSet | null;
}

/** A state to return to. One that was kept over a reload leaves studies and datasets as they are. */
export interface Step extends EditState {
  readonly studies: readonly Study[] | null;
  readonly datasets?: RunSet | null;
}

/** States before and after the present one, the nearest last. */
export interface Steps {
  readonly past: readonly EditState[];
  readonly future: readonly EditState[];
}

const MAX_STEPS = 500;
/** Edits closer together than this are one step. */
const JOIN_MS = 600;

/** Undo and redo across script text, parameter values and studies. */
export class EditHistory {
  #past: Step[] = [];
  #future: Step[] = [];
  #lastAt = -Infinity;
  #lastKind = '';

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** The states around the present one. */
  get steps(): Steps {
    return { past: this.#past, future: this.#future };
  }

  /**
   * Remembers the state before a change. Quick changes of one kind join into one step.
   *
   * @param kind  what changes, as `text` or `slider fast`
   * @param at    milliseconds on any steady clock
   */
  remember(before: Snapshot, kind: string, at: number): void {
    const joins = kind === this.#lastKind && at - this.#lastAt < JOIN_MS && this.#past.length > 0;
    if (!joins) this.#past = [...this.#past.slice(1 - MAX_STEPS), before];
    this.#lastAt = at;
    this.#lastKind = kind;
    this.#future = [];
  }

  /** The state to return to, or undefined at the beginning. */
  undo(now: Snapshot): Step | undefined {
    const step = this.#past.pop();
    if (step) this.#future.push(now);
    this.#lastKind = '';
    return step;
  }

  redo(now: Snapshot): Step | undefined {
    const step = this.#future.pop();
    if (step) this.#past.push(now);
    this.#lastKind = '';
    return step;
  }

  /** Starts afresh from the states that were kept of an earlier visit. */
  restart({ past, future }: Steps = { past: [], future: [] }): void {
    this.#past = past.map((state) => ({ ...state, studies: null }));
    this.#future = future.map((state) => ({ ...state, studies: null }));
    this.#lastKind = '';
  }
}
