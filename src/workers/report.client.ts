import type * as Comlink from 'comlink';
import type { MonteCarloOutcome } from '../research/monte-carlo/outcome';
import type { SensitivityKind, SensitivityMetric, SensitivityStudy } from '../research/sensitivity/shape';
import type { RollingFigures, Tearsheet } from '../research/tearsheet/shape';
import { door, installErrorTransfer, type Door } from './boundary';
import type { FuturesRequest } from './futures-protocol';
import { handOver } from './hand-over';
import type { BacktestRequest, OnProgress, RunData, StoredRun, Task } from './protocol';
import type { Comparison, LookAheadAnswer, PlannedStudy, ReportFile, SureFigures } from './report-protocol';
import type { ReportService } from './report.worker';
import { startTask } from './task';

installErrorTransfer();

const reports = door<ReportService>(
  'report',
  () => new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module', name: 'report' }),
);

/** What is run, and the datasets that it reads. */
export interface ReportSubject {
  readonly request: BacktestRequest;
  readonly data: readonly RunData[];
}

/** Everything that a report shows of a run, but the ranges of its figures. */
export const tearsheetOf = (subject: ReportSubject): Promise<Tearsheet> =>
  withData(subject, (service) => service.tearsheet(subject.request));

/** The figures with their 95 % ranges; takes a second on 5,000 bars, and more on more. */
export const sureFiguresOf = (subject: ReportSubject): Promise<SureFigures> =>
  withData(subject, (service) => service.intervals(subject.request));

/**
 * The report as one HTML file that needs nothing else.
 *
 * @param strategy    its name
 * @param withRanges  whether the figures stand with their 95 % ranges
 */
export const htmlReportOf = (
  subject: ReportSubject,
  strategy: string,
  withRanges: boolean,
): Promise<ReportFile> => withData(subject, (service) => service.html(subject.request, strategy, withRanges));

/** The figures over a moving window of another length, returns. */
export const rollingOf = (subject: ReportSubject, window: number): Promise<RollingFigures> =>
  withData(subject, (service) => service.rolling(subject.request, window));

/** The questions that can be asked of a run. */
export const plannedStudies = (subject: ReportSubject): Promise<readonly PlannedStudy[]> =>
  withData(subject, (service) => service.studies(subject.request));

/** Answers a question by variants of the run; for another figure at once. Units of progress are variants. */
export const startStudy = (
  subject: ReportSubject,
  kind: SensitivityKind,
  metric: SensitivityMetric,
  onProgress?: OnProgress,
): Task<SensitivityStudy> =>
  startTask(
    behind(subject),
    (service, job, tell) => service.sensitivity(subject.request, kind, metric, job, tell),
    onProgress,
  );

/** Proves that a run does not look ahead, or says where it does. Units of progress are runs on prefixes. */
export const startLookAheadCheck = (subject: ReportSubject, onProgress?: OnProgress): Task<LookAheadAnswer> =>
  startTask(
    behind(subject),
    (service, job, tell) => service.lookAhead(subject.request, job, tell),
    onProgress,
  );

/** Makes possible futures of a run's account. Units of progress are paths. */
export const startFutures = (
  subject: ReportSubject,
  ask: FuturesRequest,
  onProgress?: OnProgress,
): Task<MonteCarloOutcome> =>
  startTask(
    behind(subject),
    (service, job, tell) => service.futures(subject.request, ask, job, tell),
    onProgress,
  );

/** Runs of the subject's script again, side by side. Units of progress are runs. */
export const startComparison = (
  subject: ReportSubject,
  runs: readonly StoredRun[],
  onProgress?: OnProgress,
): Task<Comparison> =>
  startTask(
    behind(subject),
    (service, job, tell) => service.compare(subject.request, runs, job, tell),
    onProgress,
  );

/** The worker, with the subject's bars in it. */
const behind = (subject: ReportSubject): Door<ReportService> => ({
  call: (use) => withData(subject, use),
  close: () => reports.close(),
});

async function withData<T>(
  { data }: ReportSubject,
  use: (service: Comlink.Remote<ReportService>) => Promise<T>,
): Promise<T> {
  return reports.call(async (service) => {
    await handOver(service, data);
    return use(service);
  });
}
