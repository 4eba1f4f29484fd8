import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { DatasetManifest } from '../core/dataset';
import { BacktabError } from '../core/errors';
import type { Metrics } from '../core/metrics';
import {
  SENSITIVITY_KINDS,
  type SensitivityKind,
  type SensitivityMetric,
  type SensitivityPlan,
  type SensitivityStudy,
} from '../research/sensitivity/shape';
import { tearsheet, type TearsheetInput } from '../research/tearsheet';
import type { RollingFigures, Tearsheet } from '../research/tearsheet/shape';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import { Jobs } from './jobs';
import type { BacktestAnswer, BacktestRequest, OnProgress, StoredRun } from './protocol';
import type { ComparedRun, Comparison, PlannedStudy, ReportFile, SureFigures } from './report-protocol';
import { intervalOf, runAnswer, storeOf, type HeldData } from './run-answer';

/** A run with what was worked out of it. */
interface HeldRun {
  readonly key: string;
  readonly answer: BacktestAnswer;
  sure?: Tearsheet;
  readonly studies: Map<SensitivityKind, SensitivityStudy>;
}

let held: HeldData | undefined;
/** The run that the report is of, so that its parts do not run it again. */
let last: HeldRun | undefined;
const jobs = new Jobs();

const service = {
  setData(manifest: DatasetManifest, bars: Bars): void {
    held = { manifest, columns: storeOf(manifest, bars) };
    last = undefined;
  },

  hasData: (id: string, sha256: string): boolean =>
    held?.manifest.id === id && held.manifest.sha256 === sha256,

  tearsheet: (request: BacktestRequest): Tearsheet => tearsheet(inputOf(request)),

  async intervals(request: BacktestRequest): Promise<SureFigures> {
    const { groups, trades } = await sureSheet(request);
    return { groups, trades };
  },

  /** The code that writes the file is read when it is first asked for: most reports are only looked at. */
  async html(request: BacktestRequest, strategy: string, withRanges: boolean): Promise<ReportFile> {
    const { reportOf } = await import('../research/report-html/report-of');
    const { reportHtml } = await import('../research/report-html');
    const { manifest } = dataOf(request);
    const { outcome, request: resolved } = answerOf(request);
    const sheet = withRanges ? await sureSheet(request) : tearsheet(inputOf(request));
    const input = reportOf(outcome, sheet, {
      strategy,
      data: manifest.name,
      dataHash: manifest.sha256,
      parameters: resolved.parameters,
      synthetic: manifest.source.kind === 'synthetic',
      warnings: manifest.report.notes
        .filter(({ level }) => level === 'caution')
        .map(({ title, detail }) => `${title}. ${detail}`),
    });
    return { name: `${slugOf(strategy)}-report.html`, type: 'text/html', content: reportHtml(input) };
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

  async studies(request: BacktestRequest): Promise<readonly PlannedStudy[]> {
    const planned: PlannedStudy[] = [];
    for (const kind of SENSITIVITY_KINDS) {
      const { question, variants } = await studyPlan(request, kind);
      planned.push({ kind, question, variants: variants.length });
    }
    return planned;
  },

  sensitivity: (
    request: BacktestRequest,
    kind: SensitivityKind,
    metric: SensitivityMetric,
    job: number,
    onProgress: OnProgress,
  ): Promise<SensitivityStudy> =>
    jobs.run(job, 'The study', onProgress, async (running) => {
      const { studies, answer } = runOf(request);
      const { manifest, columns } = dataOf(request);
      const planned = await studyPlan(request, kind);
      const { runSensitivity } = await import('../research/sensitivity');
      const { planVariants } = await import('../research/sensitivity/plan-variants');
      const { sensitivityStudy } = await import('../research/sensitivity/study');
      const known = studies.get(kind);
      if (known) {
        const figures = known.results.map((result) => result.figures);
        return sensitivityStudy(planned, known.base, figures, metric);
      }
      const { parameters } = answer.request;
      const { instrument } = manifest;
      const plan = compileOrThrow(request.source);
      const variants = planVariants(
        { plan, parameters, bars: columns.bars, instrument, ...intervalOf(manifest) },
        columns,
      );
      const study = await runSensitivity(planned, variants, metric, running);
      studies.set(kind, study);
      return study;
    }),

  cancel: (job: number): void => jobs.cancel(job),
};

/** The tearsheet of a request with its ranges, which are drawn once a run. */
async function sureSheet(request: BacktestRequest): Promise<Tearsheet> {
  const { withIntervals } = await import('../research/tearsheet/with-intervals');
  const run = runOf(request);
  const input = inputOf(request);
  run.sure ??= withIntervals(tearsheet(input), input);
  return run.sure;
}

/** Letters and digits of a name, joined by dashes. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'backtab';

function dataOf(request: BacktestRequest): HeldData {
  if (held?.manifest.id !== request.dataset)
    throw new BacktabError('dataset_missing', { dataset: request.dataset });
  return held;
}

function runOf(request: BacktestRequest): HeldRun {
  const key = JSON.stringify([request.source, request.parameters, request.settings, request.tries]);
  if (last?.key === key) return last;
  const answer = runAnswer(compileOrThrow(request.source), request, dataOf(request));
  last = { key, answer, studies: new Map() };
  return last;
}

const answerOf = (request: BacktestRequest): BacktestAnswer => runOf(request).answer;

/** The code of the studies is read when they are first looked at. */
async function studyPlan(request: BacktestRequest, kind: SensitivityKind): Promise<SensitivityPlan> {
  const { sensitivityPlan } = await import('../research/sensitivity');
  return sensitivityPlan(kind, {
    settings: answerOf(request).outcome.result.settings,
    time: dataOf(request).columns.bars.time,
  });
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
