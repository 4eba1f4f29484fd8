import type { Workspace } from '../state/workspace';

/** Why no run can go over several datasets, or null. */
export function severalReason({ datasets, live, instruments }: Workspace): string | null {
  if (instruments.set || instruments.choosing) return null;
  if (live.state === 'live') return 'Stop the live demo first';
  return datasets.length < 2 ? 'There is one dataset; add another' : null;
}
