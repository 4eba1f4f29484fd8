import type { ScriptView, StoredScript } from '../../workers/protocol';
import { EditHistory, type Snapshot } from './history';

/** The script in the editor, its parameter values, and the way back. */
export class ScriptState {
  scripts = $state.raw<readonly StoredScript[]>([]);
  script = $state.raw<StoredScript | null>(null);
  source = $state('');
  parameters = $state.raw<Readonly<Record<string, number>>>({});
  view = $state.raw<ScriptView | null>(null);
  saved = $state(true);
  canUndo = $state(false);
  canRedo = $state(false);
  readonly #history = new EditHistory();

  get snapshot(): Snapshot {
    return { source: this.source, parameters: this.parameters };
  }

  /** Puts a script on screen; undo starts afresh. */
  open(script: StoredScript, parameters: Readonly<Record<string, number>> = {}): void {
    this.script = script;
    this.source = script.source;
    this.parameters = parameters;
    this.view = null;
    this.saved = true;
    this.#history.clear();
    this.#told();
  }

  /** @returns whether anything changed */
  change(next: Partial<Snapshot>, kind: string): boolean {
    const before = this.snapshot;
    const after = { ...before, ...next };
    if (after.source === before.source && same(after.parameters, before.parameters)) return false;
    this.#history.remember(before, kind, performance.now());
    this.#set(after);
    return true;
  }

  undo(): boolean {
    return this.#set(this.#history.undo(this.snapshot));
  }

  redo(): boolean {
    return this.#set(this.#history.redo(this.snapshot));
  }

  #set(snapshot: Snapshot | undefined): boolean {
    if (snapshot) {
      this.source = snapshot.source;
      this.parameters = snapshot.parameters;
    }
    this.#told();
    return snapshot !== undefined;
  }

  #told(): void {
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
  }
}

function same(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
