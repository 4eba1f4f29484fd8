import { barCount } from '../../core/bars';
import type { Column } from '../../core/column';
import { BacktabError } from '../../core/errors';
import { UNWATCHED, type Job } from '../../core/job';
import type { Evidence, Verdict } from '../../core/metrics';
import { returns } from '../../metrics/returns';
import { sharpeError } from '../../metrics/sharpe-error';
import type { ColumnStore } from '../../script/evaluate';
import { checkAlone } from '../backtest';
import type { CellSetup } from '../cell-run';
import { checkRows } from '../check-rows';
import { columnsFor } from '../columns-for';
import { holding } from '../holding';
import { laneReason } from '../lane-runner';
import type { SweepAxis, SweepCell } from '../outcome';
import type { Overfitting } from '../overfitting';
import { plateau, touchedEdges } from '../plateau';
import { valuesAt } from '../sweep/grid-place';
import { chosenAxes, sweepPlan } from '../sweep-plan';
import { taskAnswers } from './answer-task';
import { barPermutation } from './bar-permutation';
import { combinatorialPurged } from './combinatorial';
import { backtestLength } from './backtest-length';
import type { BestFacts } from './best-facts';
import { deflated } from './deflated';
import { trackLength } from './track-length';
import type { EffectiveTrials } from './effective-trials';
import { purgedKFold } from './k-fold';
import type { SplitSetup } from './split-setup';
import { multipleTests } from './multiple-tests';
import { noise } from './noise';
import { validationOptions, type ValidationOptions } from './options';
import { overfittingChance } from './overfitting-chance';
import type { PathStatistic } from './path-statistic';
import { randomEntry, type EntrySetup } from './random-entry';
import { regimes } from './regimes';
import { spreadCells } from './setting-runs';
import { VALIDATION_IDS, type ValidationResult } from './shape';
import { signalPermutation, type OrderFigures } from './signal-permutation';
import { Stages } from '../stages';
import type { BestRun, TaskRunner } from './tasks';
import { recordTrials, sampleOf, sharpeDeviation, type Trials } from './trials';
import { VALIDATION_LIMIT } from './validation-limit';
import { validationWork, type ValidationSize } from './validation-work';
import { evidence, validationVerdict } from './verdict';
import { walkForward, type WalkForward, type WalkSetup } from './walk-forward';

/** What to validate. */
export interface ValidationRequest extends Omit<CellSetup, 'names'> {
  /** Axes instead of the script's ranges (`sweepPlan`). */
  readonly axes: readonly SweepAxis[] | null;
  /** Places in the grid of the axes of the settings that a sweep ran; all that no rule skips when omitted. */
  readonly places?: Float64Array | null;
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
  /** Row-major place of each cell. */
  readonly places: ArrayLike<number>;
}

/**
 * Runs every setting of a grid exactly and puts the best one through all methods. What is kept grows with the settings
 * times the blocks of a book (`TrialBook`), never with settings times bars.
 *
 * @param request  what to validate; a script without parameters is one setting
 * @param runner   answers the tasks, which may use workers: the result is the same to the bit; this thread when omitted
 * @param job      told of progress; it may cancel
 * @param columns  store of the bars, for a validation in this thread
 *
 * @throws BacktabError `sweep_too_large` beyond 10,000 settings | `parameter_unknown` | `setting_invalid` |
 *         `parameter_out_of_range` | `data_insufficient` | `reference_missing` | `cancelled`
 */
export async function validate(
  request: ValidationRequest,
  runner: TaskRunner | null = null,
  job: Job = UNWATCHED,
  columns: ColumnStore = columnsFor(request),
): Promise<Validation> {
  checkRows('A validation', request.bars);
  checkAlone(request.plan);
  const options = validationOptions(request.options);
  const grid = gridOf(request);
  const setup: CellSetup = { ...request, names: grid.axes.map(({ name }) => name) };
  const tasks = runner ?? taskAnswers(setup, columns);
  const stages = new Stages(job, validationWork(sizeOf(setup, grid), options));
  const trials = await recordTrials(grid.cells, barCount(request.bars) - 1, tasks, stages.next());

  const beside = besideTheSplits(grid, trials, tasks);
  const held = holdingReturns(setup);
  const walks = await bothWalks(setup, grid, trials, held, options, tasks, stages);
  const results = [
    ...walks.map(({ result }) => result),
    ...(await splitResults(setup, trials, beside, stages.next())),
    ...bestResults(setup, trials, request.triesBefore, await beside.effective),
    ...(await multipleTests(trials, held, options, tasks, stages.next())),
    ...(await stressResults(setup, trials, await beside.best, options, tasks, stages)),
    await beside.doubled,
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

function gridOf({ plan, axes, places = null }: ValidationRequest): Grid {
  if (plan.params.length === 0 && axes === null) return { axes: [], cells: [[]], places: [0] };
  if (places) {
    const chosen = chosenAxes(plan, axes ?? []);
    checkSettings(places.length);
    return { axes: chosen, places, cells: Array.from(places, (place) => valuesAt(chosen, place)) };
  }
  const found = sweepPlan(plan, axes);
  checkSettings(found.run);
  const run = found.cells.flatMap((cell, place) => (cell ? [place] : []));
  return { axes: found.axes, places: run, cells: run.map((place) => found.cells[place]!) };
}

function checkSettings(trials: number): void {
  if (trials > VALIDATION_LIMIT)
    throw new BacktabError('sweep_too_large', { trials, limit: VALIDATION_LIMIT });
}

const sizeOf = (setup: CellSetup, { cells }: Grid): ValidationSize => ({
  settings: cells.length,
  bars: barCount(setup.bars),
  byLanes: laneReason(setup) === null,
});

/** Pieces that are one each, so that workers have them beside the walk-forwards. */
interface Beside {
  readonly best: Promise<BestRun>;
  readonly doubled: Promise<ValidationResult>;
  readonly effective: Promise<EffectiveTrials | null>;
  readonly overfitting: Promise<Overfitting | null>;
  /** Of the settings at both ends of the ranges. */
  readonly spans: Promise<readonly number[]>;
}

function besideTheSplits({ axes }: Grid, { book, profiles, cells, best }: Trials, tasks: TaskRunner): Beside {
  const cell = cells[best]!;
  const ends = [0, -1].map((end) => axes.map(({ values }) => values.at(end) ?? NaN));
  const columns = Array.from({ length: book.trials }, (_, trial) => book.series(trial));
  const beside: Beside = {
    effective: tasks.run('effective', { columns }),
    overfitting: tasks.run('overfitting', { profiles }),
    best: tasks.run('best', { cell }),
    doubled: tasks.run('doubled', { cell }),
    spans: Promise.all(ends.map((end) => tasks.run('span', { cell: end }))),
  };
  for (const answer of Object.values(beside)) answer.catch(() => undefined); // each is awaited in its turn
  return beside;
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
  tasks: TaskRunner,
  stages: Stages,
): Promise<readonly WalkForward[]> {
  const { depth } = tasks;
  const run: WalkSetup['run'] = (cell, from, to, start) => tasks.run('window', { cell, from, to, start });
  const { barsPerYear } = setup.instrument;
  const common = { book, cells, axes, run, depth, holding: held, barsPerYear };
  const walk: WalkSetup = { ...common, windows, inSampleWindows };
  const rolling = await walkForward('rolling', walk, stages.next());
  return [rolling, await walkForward('anchored', walk, stages.next())];
}

async function splitResults(
  { instrument }: CellSetup,
  { book, profiles }: Trials,
  beside: Beside,
  job: Job,
): Promise<readonly ValidationResult[]> {
  const embargo = Math.max(...(await beside.spans));
  const split: SplitSetup = { book, embargo, barsPerYear: instrument.barsPerYear };
  const overfitting = await beside.overfitting;
  return inTurn(
    [
      () => purgedKFold(split),
      () => combinatorialPurged(split),
      () => overfittingChance(profiles, overfitting),
    ],
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

function bestResults(
  { instrument }: CellSetup,
  { profiles, best, cells }: Trials,
  triesBefore: number,
  effective: EffectiveTrials | null,
): readonly ValidationResult[] {
  const facts: BestFacts = {
    sample: sampleOf(profiles[best]!),
    deviation: sharpeDeviation(profiles),
    tries: triesBefore + cells.length,
    effective,
    barsPerYear: instrument.barsPerYear,
  };
  return [deflated(facts), trackLength(facts), backtestLength(facts)];
}

/** Paths of a piece. */
const STEPS = { permuted: 4, orders: 50, entries: 20, jittered: 10 } as const;

async function stressResults(
  { bars, instrument }: CellSetup,
  trials: Trials,
  { trades, equity, exposure }: BestRun,
  options: ValidationOptions,
  tasks: TaskRunner,
  stages: Stages,
): Promise<readonly ValidationResult[]> {
  const { seed } = options;
  const { depth } = tasks;
  const cell = trials.cells[trials.best]!;
  const searched = spreadCells(trials.cells, options.shuffledSettings);
  const statistic = (kind: 'permuted' | 'jittered', cells: typeof searched): PathStatistic => ({
    onBars: async () => numberOrNull(await tasks.run('bars', { cells })),
    onPaths: (range) => tasks.run(kind, { cells, ...range }),
    depth,
    step: STEPS[kind],
  });
  const entries: EntrySetup = {
    bars,
    trades,
    equity,
    sharpe: trials.metrics[trials.best]!.sharpe,
    onPaths: (range, holdings) => tasks.run('entries', { holdings, ...range }),
    depth,
    step: STEPS.entries,
  };
  const orders: OrderFigures = {
    onPaths: (range) => tasks.run('orders', { positions: exposure, ...range }),
    depth,
    step: STEPS.orders,
  };
  const draws = (count: number) => ({ seed, draws: count });
  return [
    await barPermutation(
      bars,
      statistic('permuted', searched),
      searched.length,
      draws(options.shuffles),
      stages.next(),
    ),
    await signalPermutation(exposure, bars.close, draws(options.orders), stages.next(), orders),
    await randomEntry(entries, draws(options.entries), stages.next()),
    await noise(bars, statistic('jittered', [cell]), draws(options.noiseRuns), stages.next()),
    regimes(returns(equity), bars.close, instrument.barsPerYear),
  ];
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Whether the settings joined to the best that are nearly as good end inside the ranges; null without axes. */
function isPlateauInside({ instrument }: CellSetup, grid: Grid, trials: Trials): boolean | null {
  const sample = sampleOf(trials.profiles[trials.best]!);
  if (!sample || grid.axes.length === 0) return null;
  const scores = new Map(trials.metrics.map(({ sharpe }, k) => [grid.places[k]!, sharpe ?? 0]));
  const best = grid.places[trials.best]!;
  const scoreAt = (place: number): number => scores.get(place) ?? NaN;
  const floor = scoreAt(best) - sharpeError(sample) * Math.sqrt(instrument.barsPerYear);
  return touchedEdges(grid.axes, plateau(grid.axes, scoreAt, best, floor)).length === 0;
}
