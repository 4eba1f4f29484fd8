import type { TrayTask, Workspace } from '../state/workspace';

/** Why no sweep can start now, or null. */
export function sweepReason(workspace: Workspace): string | null {
  if (!workspace.bars) return 'There are no data yet';
  if (workspace.instruments.set) return 'A sweep goes over one dataset; this run goes over several';
  if (!workspace.view?.runnable) return 'The script has problems';
  return workspace.view.params.length < 2 ? 'A sweep needs two parameters in the script' : null;
}

/** The sweep that runs, as the tray has it. */
export const sweepTask = ({ tasks }: Pick<Workspace, 'tasks'>): TrayTask | undefined =>
  tasks.findLast(({ name, state }) => name === 'Sweep' && state === 'running');
