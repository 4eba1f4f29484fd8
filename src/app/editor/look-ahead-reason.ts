import type { Workspace } from '../state/workspace';

/** Why the result on screen cannot be checked for look-ahead; null when it can. */
export function lookAheadReason({ answer, fresh, view }: Workspace): string | null {
  if (view && !view.runnable) return 'The script has problems';
  return answer && fresh ? null : 'It needs a finished run';
}
