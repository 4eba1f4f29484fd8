import type { Column } from '../../core/column';
import { formatCount, formatPercent, formatRatio } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { moments } from '../../metrics/moments';
import { sharpe } from '../../metrics/sharpe';
import type { SweepAxis } from '../outcome';
import { figure, notRun, ran, tooFew, type ValidationResult, type ValidationTopic } from './shape';
import { inOrder } from '../in-order';
import { sharpeOf, type BlockRange, type Tally, type TrialBook } from './trial-book';
import type { WindowRun, WindowStart } from './window-run';

/** Whether the bars to choose by move along, or begin with the first bar. */
export type WalkKind = 'rolling' | 'anchored';

/** Fewest returns of a window. */
export const WINDOW_ROWS = 40;
/** Least share of the in-sample growth that must come back out of sample. */
const LEAST_EFFICIENCY = 0.5;

function topicOf(kind: WalkKind, lengths: number): ValidationTopic {
  const before =
    kind === 'anchored' ? 'all bars before it' : `${formatCount(lengths, 'length')} of a window before it`;
  return {
    id: `walk_forward_${kind}`,
    name: `Walk-forward, ${kind}`,
    question:
      'Would choosing the best setting so far, again and again, have earned on the bars that came next?',
    assumptions: [
      `Each window is traded by the setting with the best Sharpe on ${before}; a tie goes to the first.`,
      'In sample a setting counts as it ran from the first bar on, with the position it had.',
      'Out of sample it goes on as the exact engine runs it, with the position it has when the window begins. Taking that over costs, on what differs from the position before, as much of the value traded as its own fills did on average.',
      'Returns of the windows are joined by compounding.',
    ],
    source: 'Pardo, The Evaluation and Optimization of Trading Strategies, 2008',
  };
}

/** One step of a walk-forward. Rows of bars. */
export interface WalkWindow {
  /** Bars to choose by: from the close of `inFrom` to that of `inTo`, which is where the test begins. */
  readonly inFrom: number;
  readonly inTo: number;
  /** Last bar of the test. */
  readonly outTo: number;
  readonly parameters: readonly number[];
  /** Per year. */
  readonly inSharpe: number;
  readonly outSharpe: number | null;
  /** Growth of the test, a fraction. */
  readonly outReturn: number;
  /** What taking over the position cost, a fraction of equity; it is part of the growth. */
  readonly switchCost: number;
}

/** A walk-forward with its curve; `windows` is empty where it was not run. */
export interface WalkForward {
  readonly result: ValidationResult;
  readonly windows: readonly WalkWindow[];
  /** Bar at which the curve begins. */
  readonly from: number;
  /** `f64[k]`, growth of 1 from the close of bar `from` on; empty where it was not run. */
  readonly equity: Column;
  /** Growth a year out of sample, and that of holding over the same bars, fractions; null where undefined. */
  readonly growth: number | null;
  readonly holdingGrowth: number | null;
}

/** What a walk-forward walks over. */
export interface WalkSetup {
  readonly book: TrialBook;
  /** Values of the axes of each trial, in the order of the book. */
  readonly cells: readonly (readonly number[])[];
  readonly axes: readonly SweepAxis[];
  /** Runs a setting on a window; so many at once at most. */
  readonly run: (
    cell: readonly number[],
    from: number,
    to: number,
    start: WindowStart,
  ) => WindowRun | Promise<WindowRun>;
  readonly depth: number;
  /** `f64[n - 1]`, returns of holding. */
  readonly holding: Column;
  readonly barsPerYear: number;
  /** Windows, 2 or more. */
  readonly windows: number;
  /** Bars to choose by, in lengths of a window; where they grow, those of the first window. */
  readonly inSampleWindows: number;
}

/**
 * Walk-forward: each window of bars is traded by the setting that was best before it.
 *
 * Efficiency is the mean return per bar out of sample over that of the chosen settings in sample. Drift is the mean
 * distance between successive choices along the axes, in lengths of the axis. It passes when the test earned something
 * and efficiency is 0.5 or more.
 *
 * @throws BacktabError `cancelled`, codes of the engine
 */
export async function walkForward(
  kind: WalkKind,
  setup: WalkSetup,
  job: Job = UNWATCHED,
): Promise<WalkForward> {
  const { book, windows, inSampleWindows } = setup;
  const topic = topicOf(kind, inSampleWindows);
  const lengths = windows + inSampleWindows;
  const length = Math.floor(book.blocks / lengths);
  const refusal = refusalOf(book, lengths, length);
  if (refusal) return unwalked(notRun(topic, refusal));
  const walk: Walk = { windows: [], returns: [], flat: [], inMeans: [] };
  const first = book.blocks - windows * length;
  const choices = Array.from({ length: windows }, (_, k): Chosen => {
    const to = first + k * length;
    const from = kind === 'anchored' ? 0 : to - inSampleWindows * length;
    return chosenOn(setup, { from, to }, to + length);
  });
  let position = 0;
  const starts = choices.map((choice) => () => tested(setup, choice));
  await inOrder(starts, setup.depth, job, (test, k) => {
    position = step(setup, walk, choices[k]!, test, position);
  });
  return concluded(topic, setup, walk);
}

/** A setting that was best on some bars, and the bars on which it is tested. Rows of bars. */
interface Chosen {
  readonly cell: readonly number[];
  /** Of its returns in sample. */
  readonly inSample: Tally;
  readonly inFrom: number;
  readonly inTo: number;
  readonly outTo: number;
}

/** Chooses on a range of blocks, for a test up to another. */
function chosenOn({ book, cells }: WalkSetup, range: BlockRange, end: number): Chosen {
  const trial = book.best(() => [range])?.trial ?? 0;
  const [inFrom, inTo, outTo] = [book.rowAt(range.from), book.rowAt(range.to), book.rowAt(end)];
  return { cell: cells[trial]!, inSample: book.tally(trial, [range]), inFrom, inTo, outTo };
}

/** The test of a choice, with the position taken over and from flat. */
async function tested(
  { run }: WalkSetup,
  { cell, inTo, outTo }: Chosen,
): Promise<readonly [WindowRun, WindowRun]> {
  return Promise.all([run(cell, inTo, outTo, 'taken over'), run(cell, inTo, outTo, 'flat')]);
}

/** What the windows brought so far, one entry each. */
interface Walk {
  readonly windows: WalkWindow[];
  readonly returns: Column[];
  /** The same, had each window begun flat. */
  readonly flat: Column[];
  /** Mean return per bar of the chosen setting in sample. */
  readonly inMeans: number[];
}

/**
 * Takes a test into the walk.
 *
 * @param position  exposure before
 * @returns         exposure after
 */
function step(
  { barsPerYear }: WalkSetup,
  walk: Walk,
  { cell, inSample, inFrom, inTo, outTo }: Chosen,
  [{ exposureBefore, exposureAfter, costRate, ...test }, flat]: readonly [WindowRun, WindowRun],
  position: number,
): number {
  const switchCost = Math.abs(exposureBefore - position) * costRate;
  const returns = test.returns.slice();
  returns[0]! -= switchCost;
  walk.returns.push(returns);
  walk.flat.push(flat.returns);
  walk.inMeans.push(inSample.sum / inSample.count);
  walk.windows.push({
    inFrom,
    inTo,
    outTo,
    parameters: cell,
    inSharpe: sharpeOf(inSample) * Math.sqrt(barsPerYear),
    outSharpe: sharpe(moments(returns), barsPerYear),
    outReturn: compound(returns).at(-1)! - 1,
    switchCost,
  });
  return exposureAfter;
}

function refusalOf(book: TrialBook, lengths: number, length: number): string | null {
  if (book.trials < 2) return 'It chooses between settings; there is one.';
  const needed = WINDOW_ROWS * lengths;
  if (book.rows < needed) return tooFew(needed, 'returns', book.rows);
  if (length < 1) return 'There are too many settings to keep the windows apart.';
  return null;
}

const unwalked = (result: ValidationResult): WalkForward => ({
  result,
  windows: [],
  from: 0,
  equity: new Float64Array(0),
  growth: null,
  holdingGrowth: null,
});

function concluded(
  topic: ValidationTopic,
  { axes, holding, barsPerYear }: WalkSetup,
  { windows, returns, flat, inMeans }: Walk,
): WalkForward {
  const count = windows.length;
  const from = windows[0]!.inTo;
  const whole = joined(returns);
  const equity = compound(whole);
  const growth = growthOf(equity, barsPerYear);
  const holdingGrowth = growthOf(compound(holding.subarray(from, from + whole.length)), barsPerYear);
  const inMean = mean(inMeans);
  const efficiency = inMean > 0 ? moments(whole).mean / inMean : null;
  const above = windows.filter((window) => window.outReturn > 0).length;
  const { drift, changes } = driftOf(
    axes,
    windows.map(({ parameters }) => parameters),
  );
  const inSharpe = mean(windows.map((window) => window.inSharpe));
  const switches = windows.reduce((sum, { switchCost }) => sum + switchCost, 0);
  const result = ran(topic, {
    figures: [
      figure('growth', 'Growth a year out of sample', 'fraction a year', growth),
      figure('holdingGrowth', 'Growth a year of holding then', 'fraction a year', holdingGrowth),
      figure('sharpe', 'Sharpe out of sample', 'ratio', sharpe(moments(whole), barsPerYear)),
      figure('inSampleSharpe', 'Mean Sharpe where it was chosen', 'ratio', inSharpe),
      figure('efficiency', 'Walk-forward efficiency', 'ratio', efficiency),
      figure('aboveZero', 'Share of windows above zero', 'fraction', above / count),
      figure('drift', 'Drift of the choice, in lengths of an axis', 'ratio', drift),
      figure('changes', 'Share of windows with another choice', 'fraction', changes),
      figure('switchCost', 'Cost of all switches', 'fraction', switches),
      figure(
        'flatGrowth',
        'Growth a year if each window began flat',
        'fraction a year',
        growthOf(compound(joined(flat)), barsPerYear),
      ),
      figure('windows', 'Windows', 'count', count),
    ],
    answer: `Out of sample it grew ${formatPercent(growth)} a year, holding ${formatPercent(holdingGrowth)}; efficiency ${formatRatio(efficiency)}, ${above} of ${formatCount(count, 'window')} above zero.`,
    pass: (growth ?? 0) > 0 && (efficiency ?? 0) >= LEAST_EFFICIENCY,
  });
  return { result, windows, from, equity, growth, holdingGrowth };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function joined(columns: readonly Column[]): Column {
  const out: Column = new Float64Array(columns.reduce((rows, column) => rows + column.length, 0));
  let at = 0;
  for (const column of columns) {
    out.set(column, at);
    at += column.length;
  }
  return out;
}

/** `f64[n + 1]`, growth of 1 through returns; one that is not finite counts as 0. */
export function compound(returns: Column): Column {
  const out: Column = new Float64Array(returns.length + 1);
  out[0] = 1;
  for (let i = 0; i < returns.length; i++) {
    const value = returns[i]!;
    out[i + 1] = out[i]! * (1 + (Number.isFinite(value) ? value : 0));
  }
  return out;
}

function growthOf(equity: Column, barsPerYear: number): number | null {
  const end = equity[equity.length - 1] ?? NaN;
  return equity.length > 1 && end > 0 ? exp((log(end) * barsPerYear) / (equity.length - 1)) - 1 : null;
}

/** How far successive choices lie apart; null where every axis has one value. */
export function driftOf(
  axes: readonly SweepAxis[],
  choices: readonly (readonly number[])[],
): { readonly drift: number | null; readonly changes: number | null } {
  if (choices.length < 2) return { drift: null, changes: null };
  const moving = axes.map(({ values }, axis) => ({ values, axis })).filter(({ values }) => values.length > 1);
  let distance = 0;
  let changed = 0;
  for (let k = 1; k < choices.length; k++) {
    let hasChanged = false;
    for (const { values, axis } of moving) {
      const steps = values.indexOf(choices[k]![axis]!) - values.indexOf(choices[k - 1]![axis]!);
      distance += Math.abs(steps) / (values.length - 1);
      hasChanged ||= steps !== 0;
    }
    if (hasChanged) changed += 1;
  }
  const steps = choices.length - 1;
  return { drift: moving.length > 0 ? distance / (steps * moving.length) : null, changes: changed / steps };
}
