import type { Workspace } from '../state/workspace';

/** Why no sweep can start now, or null. */
export function sweepReason(workspace: Workspace): string | null {
  if (!workspace.bars) return 'There are no data yet';
  if (workspace.instruments.set) return 'A sweep goes over one dataset; this run goes over several';
  if (!workspace.view?.runnable) return 'The script has problems';
  return workspace.view.params.length < 2 ? 'A sweep needs two parameters in the script' : null;
}
