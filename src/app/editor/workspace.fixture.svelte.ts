import type { Diagnostic } from '../../script/diagnostic';
import type { PlanParam } from '../../script/plan';
import type { BacktestAnswer, ScriptView } from '../../workers/protocol';
import type { Workspace } from '../state/workspace';

/** A view of a script with the given problems and parameters. */
export const scriptView = (
  diagnostics: readonly Diagnostic[],
  params: readonly PlanParam[] = [],
): ScriptView => ({
  name: 'Golden cross',
  runnable: diagnostics.length === 0,
  diagnostics,
  params,
  settings: null,
  explanation: '',
  cost: '',
});

/** The part of the workspace that the script panel uses, as plain state for tests. */
export class WorkspaceFixture {
  source = $state('');
  view = $state.raw<ScriptView | null>(null);
  viewSource = $state<string | null>(null);
  readonly dataset = null;
  readonly runs = [];
  parameters = $state.raw<Readonly<Record<string, number>>>({});
  answer = $state.raw<BacktestAnswer | null>(null);
  readonly opened = true;
  bars = $state.raw<Workspace['bars']>(null);
  cursor = $state<number | null>(null);
  fresh = $state(true);
  readonly sweep = null;
  /** Acts in the order in which they were asked for. */
  readonly acts: string[] = [];

  constructor(source = '') {
    this.source = source;
  }

  edit(source: string, renamed?: { readonly from: string; readonly to: string }): void {
    this.source = source;
    this.acts.push(renamed ? `rename ${renamed.from} ${renamed.to}` : 'edit');
  }

  setParameter(name: string, value: number): void {
    this.parameters = { ...this.parameters, [name]: value };
  }

  resetParameter(name: string): void {
    const { [name]: _, ...rest } = this.parameters;
    this.parameters = rest;
  }

  keepParameters(): void {
    this.acts.push('keep');
  }

  format(): void {
    this.acts.push('format');
  }

  undo(): void {
    this.acts.push('undo');
  }

  redo(): void {
    this.acts.push('redo');
  }

  runNow(): void {
    this.acts.push('run');
  }

  /** As the components take it. They read and call nothing else of it. */
  get workspace(): Workspace {
    return this as unknown as Workspace;
  }
}
