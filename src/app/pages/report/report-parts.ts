import type { Bars } from '../../../core/bars';
import type { DatasetManifest } from '../../../core/dataset';
import type { BacktestAnswer } from '../../../workers/protocol';

/** What every part of the report reads. */
export interface ReportParts {
  readonly answer: BacktestAnswer;
  readonly dataset: DatasetManifest;
  readonly bars: Bars;
}
