import { barCount } from '../../core/bars';
import type { Column } from '../../core/column';
import { UNWATCHED, type Job } from '../../core/job';
import type { Evidence, Verdict } from '../../core/metrics';
import { returns } from '../../metrics/returns';
import { sharpeError } from '../../metrics/sharpe-error';
import type { ColumnStore } from '../../script/evaluate';
import type { Plan } from '../../script/plan';
import { checkAlone } from '../backtest';
import type { CellSetup } from '../cell-run';
import { checkRows } from '../check-rows';
import { columnsFor } from '../columns-for';
import { holding } from '../holding';
import type { SweepAxis, SweepCell } from '../outcome';
import { plateau, touchedEdges } from '../plateau';
import { planVariants } from '../sensitivity/plan-variants';
import { sweepPlan } from '../sweep-plan';
import { barPermutation } from './bar-permutation';
import { combinatorialPurged } from './combinatorial';
import { backtestLength } from './backtest-length';
import type { BestFacts } from './best-facts';
import { deflated } from './deflated';
import { trackLength } from './track-length';
import { doubledCosts } from './doubled-costs';
import { effectiveTrials } from './effective-trials';
import { indicatorSpan } from './indicator-span';
import { purgedKFold } from './k-fold';
import type { SplitSetup } from './split-setup';
import { multipleTests } from './multiple-tests';
import { noise } from './noise';
import { validationOptions, type ValidationOptions } from './options';
import { overfittingChance } from './overfitting-chance';
import { randomEntry } from './random-entry';
import { regimes } from './regimes';
import { bestSharpeOn, runSetting, sharpeOfStrategy, spreadCells } from './setting-runs';
import { VALIDATION_IDS, type ValidationResult } from './shape';
import { signalPermutation } from './signal-permutation';
import { Stages } from './stages';
import { swept, trialRunner, type TrialRunner } from './trial-run';
import { recordTrials, sampleOf, sharpeDeviation, type Trials } from './trials';
import { evidence, validationVerdict } from './verdict';
import { walkForward, type WalkForward, type WalkSetup } from './walk-forward';
import { windowRunner } from './window-run';

/** What to validate. */
export interface ValidationRequest extends Omit<CellSetup, 'names'> {
  /** Axes instead of the script's ranges (`sweepPlan`). */
  readonly axes: readonly SweepAxis[] | null;
  /** Settings of this strategy tried on these data before. */
  readonly triesBefore: number;
  readonly options?: Partial<ValidationOptions>;
}

/** What was found. Plain values that can cross a worker. */
export interface Validation {
  readonly axes: readonly SweepAxis[];
  /** Settings that were run. */
  readonly run: number;
  /** The setting with the best Sharpe ratio, which the results speak of. */
  readonly best: { readonly parameters: readonly number[]; readonly metrics: SweepCell['metrics'] };
  /** In the order of `VALIDATION_IDS`, each once. */
  readonly results: readonly ValidationResult[];
  /** Windows and curves of the two walk-forwards, rolling first. */
  readonly walkForwards: readonly WalkForward[];
  readonly verdict: Verdict;
  /** Every result as a row of evidence, doubts first. */
  readonly evidence: readonly Evidence[];
}

/** The settings of a grid, and where each stands in it. */
interface Grid {
  readonly axes: readonly SweepAxis[];
  readonly cells: readonly (readonly number[])[];
  /** Row-major index of each cell, and how many there are with those that a rule skips. */
  readonly places: readonly number[];
  readonly size: number;
}

/**
 * Runs every setting of a grid exactly and puts the best one through all methods.
 *
 * @param request  what to validate; a script without parameters is one setting
 * @param runner   exact runs of the settings, which may use workers; in this thread when omitted
 * @param job      told of progress; it may cancel
 * @param columns  store of the bars
 *
 * @throws BacktabError `sweep_too_large` | `parameter_unknown` | `setting_invalid` | `parameter_out_of_range` |
 *         `data_insufficient` | `reference_missing` | `cancelled`
 */
export async function validate(
  request: ValidationRequest,
  runner: TrialRunner | null = null,
  job: Job = UNWATCHED,
  columns: ColumnStore = columnsFor(request),
): Promise<Validation> {
  checkRows('A validation', request.bars);
  checkAlone(request.plan);
  const options = validationOptions(request.options);
  const grid = gridOf(request.plan, request.axes);
  const setup: CellSetup = { ...request, names: grid.axes.map(({ name }) => name) };
  const stages = new Stages(job, stageWeights(grid, options));
  const rows = barCount(request.bars) - 1;
  const trials = await recordTrials(grid.cells, rows, runner ?? trialRunner(setup, columns), stages.next());

  const held = holdingReturns(setup);
  const walks = await bothWalks(setup, grid, trials, held, options, columns, stages);
  const results = [
    ...walks.map(({ result }) => result),
    ...(await splitResults(setup, grid, trials, columns, stages.next())),
    ...bestResults(setup, trials, request.triesBefore),
    ...(await multipleTests(trials, held, options, stages.next())),
    ...(await stressResults(setup, trials, options, columns, stages)),
  ].toSorted((a, b) => VALIDATION_IDS.indexOf(a.id) - VALIDATION_IDS.indexOf(b.id));
  await stages.finish();
  const parameters = trials.cells[trials.best]!;
  const metrics = trials.metrics[trials.best]!;
  const facts = {
    label: parameters.join('/'),
    sharpe: metrics.sharpe,
    trades: metrics.trades,
    bars: barCount(request.bars),
    settings: trials.cells.length,
    plateauInside: isPlateauInside(setup, grid, trials),
  };
  return {
    axes: grid.axes,
    run: grid.cells.length,
    best: { parameters, metrics },
    results,
    walkForwards: walks,
    verdict: validationVerdict(facts, results),
    evidence: evidence(results),
  };
}

function gridOf(plan: Plan, axes: readonly SweepAxis[] | null): Grid {
  if (plan.params.length === 0 && axes === null) return { axes: [], cells: [[]], places: [0], size: 1 };
  const found = sweepPlan(plan, axes);
  const places = found.cells.flatMap((cell, place) => (cell ? [place] : []));
  return {
    axes: found.axes,
    cells: places.map((place) => found.cells[place]!),
    places,
    size: found.cells.length,
  };
}

/** Work of the stages in runs of a setting, roughly; resampling is as much as a tenth of a run for each setting and 100. */
function stageWeights({ cells }: Grid, options: ValidationOptions): readonly number[] {
  const searched = Math.min(cells.length, options.shuffledSettings);
  const resampling = (options.resamples * cells.length) / 1000;
  return [
    cells.length,
    2 * options.windows,
    2 * options.windows,
    cells.length / 10,
    resampling,
    2 * options.shuffles * searched,
    options.orders / 20,
    options.entries,
    2 * options.noiseRuns,
  ];
}

function holdingReturns({ bars, plan, settings, instrument }: CellSetup): Column {
  const capital = settings?.capital ?? plan.settings.capital;
  return returns(holding(bars, capital, instrument.barsPerYear).equity);
}

async function bothWalks(
  setup: CellSetup,
  { axes }: Grid,
  { book, cells }: Trials,
  held: Column,
  { windows, inSampleWindows }: ValidationOptions,
  columns: ColumnStore,
  stages: Stages,
): Promise<readonly WalkForward[]> {
  const run = windowRunner(setup, columns);
  const { barsPerYear } = setup.instrument;
  const walk: WalkSetup = { book, cells, axes, run, holding: held, barsPerYear, windows, inSampleWindows };
  const rolling = await walkForward('rolling', walk, stages.next());
  return [rolling, await walkForward('anchored', walk, stages.next())];
}

async function splitResults(
  setup: CellSetup,
  grid: Grid,
  { book, profiles }: Trials,
  columns: ColumnStore,
  job: Job,
): Promise<readonly ValidationResult[]> {
  const { barsPerYear } = setup.instrument;
  const split: SplitSetup = { book, embargo: longestSpan(setup, grid, columns), barsPerYear };
  return inTurn(
    [() => purgedKFold(split), () => combinatorialPurged(split), () => overfittingChance(profiles)],
    job,
  );
}

/** Short methods one after the other, with a checkpoint before each. */
async function inTurn(
  methods: readonly (() => ValidationResult)[],
  job: Job,
): Promise<readonly ValidationResult[]> {
  const results: ValidationResult[] = [];
  for (const method of methods) {
    await job.checkpoint(results.length, methods.length);
    results.push(method());
  }
  await job.checkpoint(methods.length, methods.length);
  return results;
}

/** How far indicators look back at both ends of the ranges, the longer of the two. */
function longestSpan({ plan, parameters, names }: CellSetup, { axes }: Grid, columns: ColumnStore): number {
  const ends = [0, -1].map((end) => axes.map(({ values }) => values.at(end) ?? NaN));
  const spans = ends.map(
    (cell) => indicatorSpan(plan, { ...parameters, ...swept(names, cell) }, columns).bars,
  );
  return Math.max(...spans);
}

function bestResults(setup: CellSetup, trials: Trials, triesBefore: number): readonly ValidationResult[] {
  const { book, profiles, best } = trials;
  const facts: BestFacts = {
    sample: sampleOf(profiles[best]!),
    deviation: sharpeDeviation(profiles),
    tries: triesBefore + trials.cells.length,
    effective: effectiveTrials(Array.from({ length: book.trials }, (_, trial) => book.series(trial))),
    barsPerYear: setup.instrument.barsPerYear,
  };
  return [deflated(facts), trackLength(facts), backtestLength(facts)];
}

async function stressResults(
  setup: CellSetup,
  trials: Trials,
  options: ValidationOptions,
  columns: ColumnStore,
  stages: Stages,
): Promise<readonly ValidationResult[]> {
  const { bars, parameters, names, instrument } = setup;
  const { seed } = options;
  const cell = trials.cells[trials.best]!;
  const run = runSetting(setup, cell, columns);
  const { equity, exposure } = run.series;
  const searched = spreadCells(trials.cells, options.shuffledSettings);
  const entries = {
    bars,
    trades: run.trades,
    equity,
    sharpe: trials.metrics[trials.best]!.sharpe,
    runStrategy: sharpeOfStrategy(setup),
  };
  const settings = { ...setup.plan.settings, ...setup.settings };
  const variants = planVariants({ ...setup, parameters: { ...parameters, ...swept(names, cell) } }, columns);
  const draws = (count: number) => ({ seed, draws: count });
  return [
    await barPermutation(
      bars,
      bestSharpeOn(setup, searched),
      searched.length,
      draws(options.shuffles),
      stages.next(),
    ),
    await signalPermutation(exposure, bars.close, draws(options.orders), stages.next()),
    await randomEntry(entries, draws(options.entries), stages.next()),
    await noise(bars, bestSharpeOn(setup, [cell]), draws(options.noiseRuns), stages.next()),
    regimes(returns(equity), bars.close, instrument.barsPerYear),
    doubledCosts(settings, variants),
  ];
}

/** Whether the settings joined to the best that are nearly as good end inside the ranges; null without axes. */
function isPlateauInside({ instrument }: CellSetup, grid: Grid, trials: Trials): boolean | null {
  const sample = sampleOf(trials.profiles[trials.best]!);
  if (!sample || grid.axes.length === 0) return null;
  const scores = Array.from({ length: grid.size }, () => NaN);
  trials.metrics.forEach(({ sharpe }, k) => (scores[grid.places[k]!] = sharpe ?? 0));
  const best = grid.places[trials.best]!;
  const floor = scores[best]! - sharpeError(sample) * Math.sqrt(instrument.barsPerYear);
  return (
    touchedEdges(
      grid.axes,
      plateau(grid.axes, (index) => scores[index]!, best, floor),
    ).length === 0
  );
}
