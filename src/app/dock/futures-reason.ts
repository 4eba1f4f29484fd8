import type { Workspace } from '../state/workspace';

/** Why no futures can be made now, or null. */
export function futuresReason(workspace: Workspace): string | null {
  if (!workspace.answer || !workspace.answerData) return 'There is no result yet';
  if (!workspace.fresh) return 'The result on screen is not of the script as it stands';
  return null;
}
