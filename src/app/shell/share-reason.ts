import type { Workspace } from '../state/workspace';

/** Why no link can be made now, or null. */
export function shareReason(workspace: Workspace): string | null {
  if (workspace.linkReport) return 'This is the result of a link; open it as your copy first';
  if (!workspace.answer) return 'There is no result to share yet';
  if (workspace.view && !workspace.view.runnable) return 'The script has problems';
  return null;
}
