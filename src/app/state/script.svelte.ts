import type { SettingsChange } from '../../core/check-setting';
import type { RunSet } from '../../core/run-set';
import type { ScriptView, StoredScript } from '../../workers/protocol';
import type { Study } from '../studies/study';
import { EditHistory, type Snapshot } from './history';

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
  saved = $state(true);
  canUndo = $state(false);
  canRedo = $state(false);
  readonly #history = new EditHistory();

  get snapshot(): Snapshot {
    const { source, parameters, settings, studies, datasets } = this;
    return { source, parameters, settings, studies, datasets };
  }

  /** Puts a script on screen; undo starts afresh. */
  open(script: StoredScript, parameters: Readonly<Record<string, number>> = {}): void {
    this.script = script;
    this.source = script.source;
    this.parameters = parameters;
    this.settings = script.settings ?? {};
    this.view = null;
    this.saved = true;
    this.#history.clear();
    this.#told();
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

  #restore(snapshot: Snapshot | undefined): boolean {
    const before = this.snapshot;
    if (snapshot) this.#set(snapshot);
    else this.#told();
    return isOtherRun(before, this.snapshot);
  }

  #set({ source, parameters, settings, studies, datasets }: Snapshot): void {
    this.source = source;
    this.parameters = parameters;
    this.settings = settings;
    this.studies = studies;
    this.datasets = datasets;
    this.#told();
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
