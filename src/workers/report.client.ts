import type * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import type { RollingFigures, Tearsheet } from '../research/tearsheet/shape';
import { door, installErrorTransfer } from './boundary';
import type { BacktestRequest, OnProgress, StoredRun, Task } from './protocol';
import type { Comparison, SureFigures } from './report-protocol';
import type { ReportService } from './report.worker';
import { startTask } from './task';

installErrorTransfer();

const reports = door<ReportService>(
  'report',
  () => new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module', name: 'report' }),
);

/** What is run, and the bars that it runs on. */
export interface ReportSubject {
  readonly request: BacktestRequest;
  readonly manifest: DatasetManifest;
  readonly bars: Bars;
}

/** Everything that a report shows of a run, but the ranges of its figures. */
export const tearsheetOf = (subject: ReportSubject): Promise<Tearsheet> =>
  withData(subject, (service) => service.tearsheet(subject.request));

/** The figures with their 95 % ranges; takes a second on 5,000 bars, and more on more. */
export const sureFiguresOf = (subject: ReportSubject): Promise<SureFigures> =>
  withData(subject, (service) => service.intervals(subject.request));

/** The figures over a moving window of another length, returns. */
export const rollingOf = (subject: ReportSubject, window: number): Promise<RollingFigures> =>
  withData(subject, (service) => service.rolling(subject.request, window));

/** Runs of the subject's script again, side by side. Units of progress are runs. */
export const startComparison = (
  subject: ReportSubject,
  runs: readonly StoredRun[],
  onProgress?: OnProgress,
): Task<Comparison> =>
  startTask<ReportService, Comparison>(
    {
      call: (use) => withData(subject, use),
      close: () => reports.close(),
    },
    (service, job, tell) => service.compare(subject.request, runs, job, tell),
    onProgress,
  );

async function withData<T>(
  { manifest, bars }: ReportSubject,
  use: (service: Comlink.Remote<ReportService>) => Promise<T>,
): Promise<T> {
  return reports.call(async (service) => {
    if (!(await service.hasData(manifest.id, manifest.sha256))) await service.setData(manifest, bars);
    return use(service);
  });
}
