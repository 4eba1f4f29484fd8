import type { SettingsChange } from '../../core/check-setting';
import type { RunSet } from '../../core/run-set';
import type { Study } from '../studies/study';

/** A state of the editor, the sliders and the studies that undo can return to. */
export interface Snapshot {
  readonly source: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over the script's. */
  readonly settings: SettingsChange;
  readonly studies: readonly Study[];
  /** The datasets that runs go over together; null for the one on the chart. */
  readonly datasets: RunSet | null;
}

const MAX_STEPS = 500;
/** Edits closer together than this are one step. */
const JOIN_MS = 600;

/** Undo and redo across script text, parameter values and studies. */
export class EditHistory {
  #past: Snapshot[] = [];
  #future: Snapshot[] = [];
  #lastAt = -Infinity;
  #lastKind = '';

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
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
  undo(now: Snapshot): Snapshot | undefined {
    const step = this.#past.pop();
    if (step) this.#future.push(now);
    this.#lastKind = '';
    return step;
  }

  redo(now: Snapshot): Snapshot | undefined {
    const step = this.#future.pop();
    if (step) this.#past.push(now);
    this.#lastKind = '';
    return step;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#lastKind = '';
  }
}
