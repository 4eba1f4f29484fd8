import type { SettingsChange } from '../../core/check-setting';
import type { RunSet } from '../../core/run-set';
import type { ScriptView, StoredScript } from '../../workers/protocol';
import type { Study } from '../studies/study';
import { EditHistory, type Snapshot, type Step } from './history';
import type { KeptHistory } from './kept-history';

/** The script in the editor, its parameter values, the studies beside it, and the way back. */
export class ScriptState {
  scripts = $state.raw<readonly StoredScript[]>([]);
  script = $state.raw<StoredScript | null>(null);
  source = $state('');
  parameters = $state.raw<Readonly<Record<string, number>>>({});
  /** Over those of the script. */
  settings = $state.raw<SettingsChange>({});
  /** They stay when another script is opened. */
  studies = $state.raw<readonly Study[]>([]);
  /** The datasets that runs go over together; they stay as well. */
  datasets = $state.raw<RunSet | null>(null);
  view = $state.raw<ScriptView | null>(null);
  /** Text that the view speaks of. */
  viewSource = $state.raw<string | null>(null);
  saved = $state(true);
  canUndo = $state(false);
  canRedo = $state(false);
  readonly #history = new EditHistory();
  /** Told after each change of text, parameters or settings. */
  onChange: () => void = () => undefined;

  get snapshot(): Snapshot {
    const { source, parameters, settings, studies, datasets } = this;
    return { source, parameters, settings, studies, datasets };
  }

  /** What is kept of the editor over a reload. */
  get kept(): KeptHistory {
    const { past, future } = this.#history.steps;
    return { now: this.snapshot, steps: { past: [...past], future: [...future] } };
  }

  /**
   * Puts a script on screen. Undo starts afresh, or goes on from what was kept of an earlier visit, with the
   * parameter values of then.
   */
  open(
    script: StoredScript,
    parameters: Readonly<Record<string, number>> = {},
    kept: KeptHistory | null = null,
  ): void {
    this.script = script;
    this.source = script.source;
    this.parameters = kept?.now.parameters ?? parameters;
    this.settings = script.settings ?? {};
    this.view = null;
    this.viewSource = null;
    this.saved = true;
    this.#history.restart(kept?.steps);
    this.#told();
  }

  /**
   * @param renamed  a parameter that has another name in the new text
   * @returns        whether anything changed
   */
  edit(source: string, renamed?: { readonly from: string; readonly to: string }): boolean {
    if (!renamed) return this.change({ source }, 'text');
    const { [renamed.from]: value, ...others } = this.parameters;
    const parameters = value === undefined ? others : { ...others, [renamed.to]: value };
    return this.change({ source, parameters }, 'rename');
  }

  /** @returns whether anything changed */
  change(next: Partial<Snapshot>, kind: string): boolean {
    const before = this.snapshot;
    const after = { ...before, ...next };
    if (!isOtherRun(before, after) && after.studies === before.studies) return false;
    this.#history.remember(before, kind, performance.now());
    this.#set(after);
    return true;
  }

  /** @returns whether there is something to run: the text, a parameter, a setting or the datasets are others */
  undo(): boolean {
    return this.#restore(this.#history.undo(this.snapshot));
  }

  /** @returns as `undo` */
  redo(): boolean {
    return this.#restore(this.#history.redo(this.snapshot));
  }

  #restore(step: Step | undefined): boolean {
    const before = this.snapshot;
    if (step) {
      const { studies, datasets } = { ...before, ...step };
      this.#set({ ...step, studies: studies ?? before.studies, datasets });
    } else this.#told();
    return isOtherRun(before, this.snapshot);
  }

  #set({ source, parameters, settings, studies, datasets }: Snapshot): void {
    this.source = source;
    this.parameters = parameters;
    this.settings = settings;
    this.studies = studies;
    this.datasets = datasets;
    this.#told();
    this.onChange();
  }

  #told(): void {
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
  }
}

const isOtherRun = (a: Snapshot, b: Snapshot): boolean =>
  a.source !== b.source ||
  a.datasets !== b.datasets ||
  !same(a.parameters, b.parameters) ||
  !same(a.settings, b.settings);

function same(a: object, b: object): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  const own = Object.entries(a);
  return own.length === other.size && own.every(([key, value]) => other.get(key) === value);
}
