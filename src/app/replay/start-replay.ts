import type { Workspace } from '../state/workspace';

/** Why the result cannot be replayed; null when it can. */
export function replayReason({ answer, bars, fresh, instruments }: Workspace): string | null {
  if (instruments.set) return 'A replay follows one dataset; this run goes over several';
  if (!answer || !bars) return 'There is no result yet';
  const isOfBars = answer.outcome.result.series.time.length === bars.time.length;
  return fresh && isOfBars ? null : 'A newer result is on its way';
}

/** Begins at the bar under the crosshair, or else at the middle of what the chart shows. */
export function startReplay(workspace: Workspace): void {
  const { answer, cursor, range, replay } = workspace;
  if (!answer || replayReason(workspace)) return;
  workspace.show('workspace');
  replay.start(answer.outcome.result, cursor ?? (range.from + range.to) / 2);
}
