import './trusted-types';
import { intervalOf } from '../core/interval';
import * as Comlink from 'comlink';
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
import type { MonteCarloOutcome } from '../research/monte-carlo/outcome';
import { portfolioSheetInput } from '../research/portfolio-sheet';
import type { RunVariant } from '../research/sensitivity/shape';
import { tearsheet, type TearsheetInput } from '../research/tearsheet';
import type { RollingFigures, Tearsheet } from '../research/tearsheet/shape';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import type { FuturesRequest } from './futures-protocol';
import { HeldDatasets, type DataKey } from './held-data';
import { Jobs } from './jobs';
import type { BacktestAnswer, BacktestRequest, OnProgress, RunData, StoredRun } from './protocol';
import type {
  ComparedRun,
  Comparison,
  LookAheadAnswer,
  PlannedStudy,
  ReportFile,
  SureFigures,
} from './report-protocol';
import { exactRun, type ExactRun } from './run-answer';

/** A run with what was worked out of it. */
interface HeldRun extends ExactRun {
  readonly key: string;
  sure?: Tearsheet;
  readonly studies: Map<SensitivityKind, SensitivityStudy>;
}

const held = new HeldDatasets(0);
/** The run that the report is of, so that its parts do not run it again. */
let last: HeldRun | undefined;
const jobs = new Jobs();

const service = {
  setData(data: readonly RunData[], keep: readonly string[]): void {
    held.hold(data, keep);
    last = undefined;
  },

  missingData: (keys: readonly DataKey[]): readonly number[] => held.missing(keys),

  tearsheet: (request: BacktestRequest): Tearsheet => tearsheet(inputOf(request)),

  async intervals(request: BacktestRequest): Promise<SureFigures> {
    const { groups, trades } = await sureSheet(request);
    return { groups, trades };
  },

  /** The code that writes the file is read when it is first asked for: most reports are only looked at. */
  async html(request: BacktestRequest, strategy: string, withRanges: boolean): Promise<ReportFile> {
    const { reportOf } = await import('../research/report-html/report-of');
    const { reportHtml } = await import('../research/report-html');
    const { outcome, request: resolved, dataSha256, portfolio } = answerOf(request);
    const sheet = withRanges ? await sureSheet(request) : tearsheet(inputOf(request));
    const input = reportOf(outcome, sheet, {
      strategy,
      data: portfolio
        ? portfolio.instruments.map(({ alias }) => alias).join(', ')
        : held.of(request.dataset).manifest.name,
      dataHash: dataSha256,
      parameters: resolved.parameters,
      ...dataWords(resolved),
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
          ...(run.datasets ? { datasets: run.datasets } : {}),
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
      const run = runOf(request);
      const { studies } = run;
      const planned = await studyPlan(request, kind);
      const { runSensitivity } = await import('../research/sensitivity');
      const { sensitivityStudy } = await import('../research/sensitivity/study');
      const known = studies.get(kind);
      if (known) {
        const figures = known.results.map((result) => result.figures);
        return sensitivityStudy(planned, known.base, figures, metric);
      }
      const study = await runSensitivity(planned, await variantsOf(run), metric, running);
      studies.set(kind, study);
      return study;
    }),

  /** The code of the check is read when it is first asked for. */
  lookAhead: (request: BacktestRequest, job: number, onProgress: OnProgress): Promise<LookAheadAnswer> =>
    jobs.run(job, 'The look-ahead check', onProgress, async (running) => {
      const { lookAheadAnswer } = await import('./look-ahead-answer');
      return lookAheadAnswer(runOf(request), held, running);
    }),

  /** The code of the models is read when they are first asked for. */
  futures: (
    request: BacktestRequest,
    ask: FuturesRequest,
    job: number,
    onProgress: OnProgress,
  ): Promise<MonteCarloOutcome> =>
    jobs.run(job, 'The simulation', onProgress, async (running) => {
      const { futuresAnswer } = await import('./futures-answer');
      return futuresAnswer(answerOf(request), ask, running);
    }),

  cancel: (job: number): void => jobs.cancel(job),
  pause: (job: number): void => jobs.pause(job),
  resume: (job: number): void => jobs.resume(job),
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

/** Whether any of the data are generated, and what is doubtful about them. */
function dataWords({ dataset, datasets }: BacktestRequest): {
  readonly synthetic: boolean;
  readonly warnings: readonly string[];
} {
  const members = datasets?.members ?? [{ alias: '', dataset }];
  const known = members.map((member) => ({
    prefix: member.alias === '' ? '' : `${member.alias}: `,
    manifest: held.of(member.dataset).manifest,
  }));
  return {
    synthetic: known.some(({ manifest }) => manifest.source.kind === 'synthetic'),
    warnings: known.flatMap(({ prefix, manifest }) => cautionsOf(manifest).map((text) => prefix + text)),
  };
}

const cautionsOf = ({ report }: DatasetManifest): readonly string[] =>
  report.notes.filter(({ level }) => level === 'caution').map(({ title, detail }) => `${title}. ${detail}`);

function runOf(request: BacktestRequest): HeldRun {
  const { source, parameters, settings, tries, dataset, datasets } = request;
  const key = JSON.stringify([source, parameters, settings, tries, dataset, datasets]);
  if (last?.key === key) return last;
  const run = exactRun(compileOrThrow(source), request, held);
  last = { key, ...run, studies: new Map() };
  return last;
}

const answerOf = (request: BacktestRequest): BacktestAnswer => runOf(request).answer;

/** The code of the studies is read when they are first looked at. */
async function studyPlan(request: BacktestRequest, kind: SensitivityKind): Promise<SensitivityPlan> {
  const { sensitivityPlan } = await import('../research/sensitivity');
  return sensitivityPlan(kind, {
    settings: answerOf(request).outcome.result.settings,
    time: answerOf(request).outcome.result.series.time,
  });
}

async function variantsOf({ plan, answer, portfolio }: ExactRun): Promise<RunVariant> {
  const { request, outcome } = answer;
  const { parameters } = request;
  const { settings, series } = outcome.result;
  if (!portfolio) {
    const { planVariants } = await import('../research/sensitivity/plan-variants');
    const { manifest, columns } = held.of(request.dataset);
    const { instrument } = manifest;
    return planVariants(
      { plan, parameters, bars: columns.bars, instrument, ...intervalOf(manifest), settings },
      columns,
    );
  }
  const { portfolioVariants } = await import('../research/sensitivity/portfolio-variants');
  const { markets, currency, barsPerYear, names } = portfolio.outcome;
  const members = names.flatMap((alias) => portfolio.members.find(({ name }) => name === alias) ?? []);
  return portfolioVariants({
    plan,
    parameters,
    markets,
    members,
    currency,
    rates: portfolio.rates,
    barsPerYear,
    time: series.time,
    settings,
  });
}

function inputOf(request: BacktestRequest): TearsheetInput {
  const { answer, portfolio } = runOf(request);
  const { outcome } = answer;
  if (portfolio) {
    const { equity } = outcome.holding;
    const benchmark = { name: 'Holding an equal share of each', equity };
    return { ...portfolioSheetInput(portfolio.outcome, benchmark), tries: request.tries };
  }
  const { manifest, columns } = held.of(request.dataset);
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
