import type { Bars } from '../../../core/bars';
import type { DatasetManifest } from '../../../core/dataset';
import type { PlanParam } from '../../../script/plan';
import type { BacktestAnswer } from '../../../workers/protocol';

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
