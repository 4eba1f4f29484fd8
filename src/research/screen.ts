import type { KernelBackend, TwoAverageOutcome, TwoAverageSweep } from '../core/backend';
import type { Column } from '../core/column';
import type { Job } from '../core/job';
import { DEFAULT_SETTINGS, SETTING_NAMES, type RunSettings, type SettingName } from '../core/settings';
import { cagr } from '../metrics/cagr';
import { ColumnEvaluator } from '../script/column-evaluator';
import type { ColumnStore } from '../script/evaluate';
import type { NodeId } from '../script/plan';
import type { TwoAverageMatch } from '../script/two-average';
import type { CellSetup } from './cell-run';
import type { SweepCell } from './outcome';
import type { SweepPlan } from './sweep-plan';

type Match = Extract<TwoAverageMatch, { kind: 'match' }>;

/** Settings that the kernels know; any other must stand at its default. */
const KERNEL_SETTINGS: ReadonlySet<SettingName> = new Set([
  'capital',
  'feePercent',
  'slippageBps',
  'lotSize',
] as const);

/** A sweep in the form of the two-average kernels, or why it has none. */
export type Screening =
  | { readonly kind: 'ready'; readonly sweep: TwoAverageSweep }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Translates a sweep for the two-average kernels. Lanes stand in order of the cells that are not skipped.
 *
 * @param setup    what is the same in every cell
 * @param grid     what to run
 * @param columns  store of the same bars
 */
export function screening(setup: CellSetup, grid: SweepPlan, columns: ColumnStore): Screening {
  const { match } = grid;
  if (match.kind === 'refused') return match;
  const settings: RunSettings = { ...setup.plan.settings, ...setup.settings };
  const beyond = SETTING_NAMES.find(
    (name) => !KERNEL_SETTINGS.has(name) && !Object.is(settings[name], DEFAULT_SETTINGS[name]),
  );
  if (beyond) return { kind: 'refused', reason: `the setting '${beyond}' is the exact engine's alone` };
  const foreign = grid.axes.find(({ name }) => name !== match.fastParam && name !== match.slowParam);
  if (foreign) return { kind: 'refused', reason: `'${foreign.name}' is not the period of an average` };
  const evaluator = new ColumnEvaluator(setup.plan, setup.parameters, columns);
  const percent = evaluator.operand(match.percent);
  if (typeof percent !== 'number' || !(percent > 0 && percent <= 100)) {
    return { kind: 'refused', reason: 'the size is not above 0 and at most 100 percent of equity' };
  }
  const level = (node: NodeId | null): Column | null => (node === null ? null : evaluator.column(node));
  const fast = averages(setup, grid, match.fastParam, match.fastNode, columns);
  const slow = averages(setup, grid, match.slowParam, match.slowNode, columns);
  const { open, high, low, close } = setup.bars;
  const sweep: TwoAverageSweep = {
    open,
    high,
    low,
    close,
    fast: fast.columns,
    slow: slow.columns,
    pairs: pairsOf(grid, match, fast.at, slow.at),
    stop: level(match.stop),
    target: level(match.target),
    capital: settings.capital,
    sizeFraction: percent / 100,
    feeRate: settings.feePercent / 100,
    slippageRate: settings.slippageBps / 10_000,
    lotSize: settings.lotSize,
  };
  return { kind: 'ready', sweep };
}

interface Averages {
  readonly columns: readonly Column[];
  /** Index of the column for a period. */
  readonly at: ReadonlyMap<number, number>;
}

/** One column per value of an axis; a single one where the period is not swept. */
function averages(
  setup: CellSetup,
  grid: SweepPlan,
  name: string,
  node: NodeId,
  columns: ColumnStore,
): Averages {
  const axis = grid.axes.find((candidate) => candidate.name === name);
  const fixed =
    setup.parameters[name] ?? setup.plan.params.find((param) => param.name === name)?.default ?? NaN;
  const values = axis?.values ?? [fixed];
  return {
    columns: values.map((value) =>
      new ColumnEvaluator(setup.plan, { ...setup.parameters, [name]: value }, columns).column(node),
    ),
    at: new Map(values.map((value, index) => [value, index])),
  };
}

function pairsOf(
  grid: SweepPlan,
  match: Match,
  fast: ReadonlyMap<number, number>,
  slow: ReadonlyMap<number, number>,
): Uint32Array<ArrayBuffer> {
  const fastAxis = grid.axes.findIndex((axis) => axis.name === match.fastParam);
  const slowAxis = grid.axes.findIndex((axis) => axis.name === match.slowParam);
  const pairs = new Uint32Array(2 * grid.run);
  let lane = 0;
  for (const cell of grid.cells) {
    if (!cell) continue;
    pairs[2 * lane] = fast.get(cell[fastAxis] ?? NaN) ?? 0;
    pairs[2 * lane + 1] = slow.get(cell[slowAxis] ?? NaN) ?? 0;
    lane += 1;
  }
  return pairs;
}

/** Runs the screen and answers one cell's metrics per lane; they are proposals, not results. */
export async function screenCells(
  sweep: TwoAverageSweep,
  setup: CellSetup,
  backend: KernelBackend,
  job: Job,
): Promise<readonly SweepCell['metrics'][]> {
  const outcome = await backend.sweepTwoAverages(sweep, job);
  const { time } = setup.bars;
  const ends = Float64Array.of(time[0]!, time[time.length - 1]!);
  const perYear = Math.sqrt(setup.instrument.barsPerYear);
  return Array.from(outcome.finalEquity, (finalEquity, lane) => ({
    totalReturn: finalEquity / sweep.capital - 1,
    cagr: cagr(Float64Array.of(sweep.capital, finalEquity), ends),
    sharpe: sharpeOf(outcome, lane, perYear),
    maxDrawdown: outcome.maxDrawdown[lane]!,
    trades: outcome.trades[lane]!,
    finalEquity,
  }));
}

function sharpeOf(
  { meanReturn, deviation }: TwoAverageOutcome,
  lane: number,
  perYear: number,
): number | null {
  return deviation[lane]! > 0 ? (meanReturn[lane]! / deviation[lane]!) * perYear : null;
}

/** The sweep over its first `bars` rows, on the same memory. */
export function earlyPart(sweep: TwoAverageSweep, bars: number): TwoAverageSweep {
  const cut = (column: Column): Column => column.subarray(0, bars);
  return {
    ...sweep,
    open: cut(sweep.open),
    high: cut(sweep.high),
    low: cut(sweep.low),
    close: cut(sweep.close),
    fast: sweep.fast.map(cut),
    slow: sweep.slow.map(cut),
    stop: sweep.stop && cut(sweep.stop),
    target: sweep.target && cut(sweep.target),
  };
}
