import type { PlanParam } from '../../../script/plan';
import type { BacktestAnswer, RunData } from '../../../workers/protocol';
import { factsOfAnswer, factsOfDataset, type DataFacts } from '../../data-facts';
import type { Workspace } from '../../state/workspace';

/** What every part of the report reads. */
export interface ReportParts {
  readonly answer: BacktestAnswer;
  readonly dataset: DataFacts;
  /** The datasets that it is of, with their bars. */
  readonly data: readonly RunData[];
  /** Name of the strategy. */
  readonly name: string;
  readonly params: readonly PlanParam[];
  /** Whether it is the result of an opened link and not the own one. */
  readonly linked: boolean;
}

/** The report that the page shows: that of an opened link, or that of the run on screen; null while there is none. */
export function currentReport(workspace: Workspace): ReportParts | null {
  const { answer, dataset, answerData, linkReport } = workspace;
  if (linkReport) {
    const { dataset: manifest, bars, ...rest } = linkReport;
    return { ...rest, dataset: factsOfDataset(manifest), data: [{ manifest, bars }], linked: true };
  }
  if (!answer || !dataset || !answerData) return null;
  return {
    answer,
    dataset: factsOfAnswer(answer, dataset),
    data: answerData,
    name: workspace.script?.name ?? 'Strategy',
    params: workspace.view?.params ?? [],
    linked: false,
  };
}
