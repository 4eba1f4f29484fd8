import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { DatasetManifest } from '../core/dataset';
import { BacktabError } from '../core/errors';
import type { Metrics } from '../core/metrics';
import { tearsheet, type TearsheetInput } from '../research/tearsheet';
import type { RollingFigures, Tearsheet } from '../research/tearsheet/shape';
import { withIntervals } from '../research/tearsheet/with-intervals';
import { ColumnStore } from '../script/evaluate';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import { Jobs } from './jobs';
import type { BacktestAnswer, BacktestRequest, OnProgress, StoredRun } from './protocol';
import type { ComparedRun, Comparison, SureFigures } from './report-protocol';
import { runAnswer, type HeldData } from './run-answer';

let held: HeldData | undefined;
/** The run that the report is of, so that its parts do not run it again. */
let last: { readonly key: string; readonly answer: BacktestAnswer } | undefined;
const jobs = new Jobs();

const service = {
  setData(manifest: DatasetManifest, bars: Bars): void {
    held = { manifest, columns: new ColumnStore(bars) };
    last = undefined;
  },

  hasData: (id: string, sha256: string): boolean =>
    held?.manifest.id === id && held.manifest.sha256 === sha256,

  tearsheet: (request: BacktestRequest): Tearsheet => tearsheet(inputOf(request)),

  intervals(request: BacktestRequest): SureFigures {
    const input = inputOf(request);
    const { groups, trades } = withIntervals(tearsheet(input), input);
    return { groups, trades };
  },

  rolling: (request: BacktestRequest, window: number): RollingFigures =>
    tearsheet({ ...inputOf(request), window }).rolling,

  compare: (
    request: BacktestRequest,
    runs: readonly StoredRun[],
    job: number,
    onProgress: OnProgress,
  ): Promise<Comparison> =>
    jobs.run(job, 'The comparison', onProgress, async ({ checkpoint }) => {
      const compared: ComparedRun[] = [];
      let holding: Comparison['holding'] | undefined;
      for (const run of runs) {
        await checkpoint(compared.length, runs.length);
        const { outcome } = answerOf({
          ...request,
          parameters: run.parameters,
          settings: run.settings ?? {},
        });
        const { result, metrics } = outcome;
        holding ??= curvesOf(outcome.holding, outcome.holding.metrics);
        compared.push({ run, hash: result.hash, ...curvesOf(result.series, metrics) });
      }
      await checkpoint(runs.length, runs.length);
      if (!holding) throw new BacktabError('cancelled', { work: 'The comparison' });
      return { runs: compared, holding };
    }),

  cancel: (job: number): void => jobs.cancel(job),
};

function dataOf(request: BacktestRequest): HeldData {
  if (held?.manifest.id !== request.dataset)
    throw new BacktabError('dataset_missing', { dataset: request.dataset });
  return held;
}

function answerOf(request: BacktestRequest): BacktestAnswer {
  const key = JSON.stringify([request.source, request.parameters, request.settings, request.tries]);
  if (last?.key !== key)
    last = { key, answer: runAnswer(compileOrThrow(request.source), request, dataOf(request)) };
  return last.answer;
}

function inputOf(request: BacktestRequest): TearsheetInput {
  const { manifest, columns } = dataOf(request);
  const { outcome } = answerOf(request);
  return {
    run: outcome.result,
    bars: columns.bars,
    instrument: manifest.instrument,
    benchmark: { name: `Holding ${manifest.instrument.name}`, equity: outcome.holding.equity },
    tries: request.tries,
  };
}

function curvesOf(
  { equity, drawdown }: { readonly equity: Column; readonly drawdown: Column },
  metrics: Metrics,
): Comparison['holding'] {
  const first = equity[0] ?? NaN;
  return {
    metrics,
    growth: equity.map((value) => value / first),
    belowPeak: drawdown.map((fall) => 0 - fall),
  };
}

export type ReportService = typeof service;

installErrorTransfer();
Comlink.expose(service);
