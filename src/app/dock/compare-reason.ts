import type { Workspace } from '../state/workspace';

/** Why no runs can be compared, or null. */
export const compareReason = ({ runs }: Pick<Workspace, 'runs'>): string | null =>
  runs.length < 2
    ? 'It takes two runs of this strategy on these data; each setting you stay with is kept'
    : null;
