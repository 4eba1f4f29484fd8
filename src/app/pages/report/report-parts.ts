import type { Bars } from '../../../core/bars';
import type { DatasetManifest } from '../../../core/dataset';
import type { PlanParam } from '../../../script/plan';
import type { BacktestAnswer } from '../../../workers/protocol';
import type { Workspace } from '../../state/workspace';

/** What every part of the report reads. */
export interface ReportParts {
  readonly answer: BacktestAnswer;
  readonly dataset: DatasetManifest;
  readonly bars: Bars;
  /** Name of the strategy. */
  readonly name: string;
  readonly params: readonly PlanParam[];
  /** Whether it is the result of an opened link and not the own one. */
  readonly linked: boolean;
}

/** The report that the page shows: that of an opened link, or that of the run on screen; null while there is none. */
export function currentReport(workspace: Workspace): ReportParts | null {
  const { answer, dataset, bars, linkReport } = workspace;
  if (linkReport) return { ...linkReport, linked: true };
  if (!answer || !dataset || answer.outcome.result.series.time.length !== bars?.time.length) return null;
  const name = workspace.script?.name ?? 'Strategy';
  return { answer, dataset, bars, name, params: workspace.view?.params ?? [], linked: false };
}
