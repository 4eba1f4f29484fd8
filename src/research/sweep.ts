import { columnsFor } from './columns-for';
import type { KernelBackend, TwoAverageSweep } from '../core/backend';
import type { Job } from '../core/job';
import { UniformStream } from '../core/random/uniforms';
import { median } from '../metrics/median';
import { sharpeError } from '../metrics/sharpe-error';
import type { ColumnStore } from '../script/evaluate';
import { agreementOf, disagreement } from './agreement';
import { checkRows } from './check-rows';
import {
  earlyRows,
  profileOf,
  scoreOf,
  sharpeOfSums,
  type CellRun,
  type CellSetup,
  type CurveProfile,
  type ExactRunner,
} from './cell-run';
import { heldName, holding } from './holding';
import { laneReason } from './lane-runner';
import type { Agreement, SweepAxis, SweepCell, SweepOutcome } from './outcome';
import { overfitting } from './overfitting';
import { neighbourhood, plateau } from './plateau';
import { earlyPart, screenCells, screening } from './screen';
import { sweepPlan, type SweepPlan } from './sweep-plan';
import { sweepVerdict } from './sweep-verdict';

/** Up to this many cells, every one is run exactly; beyond, those that are shown first and a probe. */
export const ALL_EXACT_UP_TO = 400;
/** Cells of a larger sweep that are run exactly: the best ones, and a random probe of the rest. */
export const BEST_RUN = 50;
export const PROBE_RUN = 50;

const CELLS_PER_CHUNK = 16;
const LANES_PER_CHUNK = 64;
const PROBE_SEED = 20_000_103;

/** What to sweep. */
export interface SweepRequest extends Omit<CellSetup, 'names'> {
  /** Axes instead of the script's ranges (`sweepPlan`). */
  readonly axes: readonly SweepAxis[] | null;
  /** Settings of this strategy tried on these data before. */
  readonly triesBefore: number;
}

/** A sweep without what only its caller knows. */
export type SweepResult = Omit<SweepOutcome, 'backend' | 'elapsedMs'>;

/** Cells while they are found out, by row-major index. */
interface Board {
  readonly grid: SweepPlan;
  readonly screened: Map<number, SweepCell['metrics']>;
  /** Of cells that went by lanes. */
  readonly profiles: Map<number, CurveProfile>;
  readonly exact: Map<number, CellRun>;
}

/**
 * Sweeps the parameters of a plan. A program that the two-average kernels know is screened by `backend`, one that lanes
 * know by those, and then run exactly: all cells up to 400, beyond that the best 50, the cells around the best one and a
 * random probe of 50, so that the screen's agreement is known. A screen that ranks otherwise than the exact
 * runs is thrown away and every cell is run exactly. Any other program is run exactly from the start.
 *
 * @param request  what to sweep
 * @param backend  for screening; null to run every cell exactly
 * @param runner   exact runs (`exactRunner`), which may use workers
 * @param job      told of progress between chunks of 16 cells
 * @param columns  store of the same bars for the screen's averages
 * @param lanes    runs by lanes (`laneRunner`), which may use workers; null to do without
 *
 * @throws BacktabError `sweep_too_large` | `parameter_unknown` | `setting_invalid` | `parameter_out_of_range` |
 *         `data_insufficient` | `cancelled`, and what the backend throws
 */
export async function runSweep(
  request: SweepRequest,
  backend: KernelBackend | null,
  runner: ExactRunner,
  job: Job,
  columns: ColumnStore = columnsFor(request),
  lanes: ExactRunner | null = null,
): Promise<SweepResult> {
  checkRows('A sweep', request.bars);
  const grid = sweepPlan(request.plan, request.axes);
  const setup: CellSetup = { ...request, names: grid.axes.map((axis) => axis.name) };
  const board: Board = { grid, screened: new Map(), profiles: new Map(), exact: new Map() };
  if (!backend) return allExact(request, board, runner, job, 'exact runs were asked for');
  const prepared = screening(setup, grid, columns);
  const reason = lanes && laneReason(setup);
  const screen =
    prepared.kind === 'ready'
      ? kernelScreen(setup, board, prepared.sweep, backend)
      : lanes && reason === null
        ? laneScreen(board, lanes)
        : null;
  if (!screen) {
    const refusal = prepared.kind === 'refused' ? prepared.reason : '';
    return allExact(request, board, runner, job, reason ?? refusal);
  }
  const agreement = await screenAndRun(board, screen, runner, job);
  const refusal = disagreement(agreement);
  if (refusal) await runExactly(board, indexesOf(grid), runner, job, grid.run + board.exact.size);
  const isWhole = board.exact.size === grid.run;
  const early = isWhole ? bestEarly(exactProfiles(board)) : await screen.bestEarly(job);
  if (!isWhole && early !== null) await runExactly(board, [early], runner, job, grid.run);
  return conclude(request, board, agreement, refusal, early);
}

async function allExact(
  request: SweepRequest,
  board: Board,
  runner: ExactRunner,
  job: Job,
  refusal: string,
): Promise<SweepResult> {
  await runExactly(board, indexesOf(board.grid), runner, job, 0);
  return conclude(request, board, null, refusal, bestEarly(exactProfiles(board)));
}

/** A way to find out what every cell comes to, roughly or fast. */
interface Screen extends Pick<KernelBackend, 'kind' | 'precision'> {
  /** Fills the board. */
  run(job: Job): Promise<void>;
  /** The cell that was best on the early bars. */
  bestEarly(job: Job): Promise<number | null>;
}

function kernelScreen(
  setup: CellSetup,
  { grid, screened }: Board,
  sweep: TwoAverageSweep,
  backend: KernelBackend,
): Screen {
  const { kind, precision } = backend;
  const indexes = indexesOf(grid);
  return {
    kind,
    precision,
    async run(job) {
      const metrics = await screenCells(sweep, setup, backend, job);
      indexes.forEach((index, lane) => screened.set(index, metrics[lane]!));
    },
    async bestEarly(job) {
      const rows = earlyRows(setup.bars.time.length - 1) + 1;
      const quiet: Job = { checkpoint: () => job.checkpoint(grid.run, grid.run) };
      const metrics = await screenCells(earlyPart(sweep, rows), setup, backend, quiet);
      let lane = 0;
      metrics.forEach((candidate, k) => {
        if (scoreOf(candidate) > scoreOf(metrics[lane]!)) lane = k;
      });
      return indexes[lane] ?? null;
    },
  };
}

function laneScreen(board: Board, lanes: ExactRunner): Screen {
  const { grid, screened, profiles } = board;
  return {
    kind: 'cpu',
    precision: 'f64',
    async run(job) {
      const indexes = indexesOf(grid);
      for (let from = 0; from < indexes.length; from += LANES_PER_CHUNK) {
        await job.checkpoint(from, indexes.length);
        const chunk = indexes.slice(from, from + LANES_PER_CHUNK);
        const runs = await lanes(chunk.map((index) => grid.cells[index]!));
        chunk.forEach((index, k) => {
          screened.set(index, runs[k]!.metrics);
          profiles.set(index, runs[k]!.profile);
        });
      }
    },
    bestEarly: () => Promise.resolve(bestEarly(profiles)),
  };
}

async function screenAndRun(board: Board, screen: Screen, runner: ExactRunner, job: Job): Promise<Agreement> {
  const { grid, screened, exact } = board;
  const later = grid.run <= ALL_EXACT_UP_TO ? grid.run : BEST_RUN + PROBE_RUN;
  await screen.run({
    checkpoint: (done, total) => job.checkpoint((done / Math.max(1, total)) * grid.run, grid.run + later),
  });
  await runExactly(board, shownCells(board), runner, job, grid.run);
  const compared = [...exact].map(([index, run]) => ({
    parameters: grid.cells[index]!,
    screened: screened.get(index)!,
    exact: run.metrics,
  }));
  return agreementOf(screen, compared);
}

/** Cells of a screened sweep that are run exactly. */
function shownCells({ grid, screened }: Board): readonly number[] {
  const indexes = indexesOf(grid);
  if (indexes.length <= ALL_EXACT_UP_TO) return indexes;
  const ranked = indexes.toSorted((a, b) => scoreOf(screened.get(b)!) - scoreOf(screened.get(a)!));
  const chosen = new Set(ranked.slice(0, BEST_RUN));
  for (const index of neighbourhood(grid.axes, ranked[0]!)) if (grid.cells[index]) chosen.add(index);
  const random = new UniformStream(PROBE_SEED);
  const rest = indexes.filter((index) => !chosen.has(index));
  for (let k = 0; k < PROBE_RUN && rest.length > 0; k++) {
    const [index] = rest.splice(Math.floor(random.next() * rest.length), 1);
    if (index !== undefined) chosen.add(index);
  }
  return [...chosen].sort((a, b) => a - b);
}

async function runExactly(
  { grid, exact }: Board,
  indexes: readonly number[],
  runner: ExactRunner,
  job: Job,
  doneBefore: number,
): Promise<void> {
  const open = indexes.filter((index) => !exact.has(index));
  const total = doneBefore + open.length;
  for (let from = 0; from < open.length; from += CELLS_PER_CHUNK) {
    await job.checkpoint(doneBefore + from, total);
    const chunk = open.slice(from, from + CELLS_PER_CHUNK);
    const runs = await runner(chunk.map((index) => grid.cells[index]!));
    chunk.forEach((index, k) => exact.set(index, runs[k]!));
  }
  await job.checkpoint(total, total);
}

const indexesOf = (grid: SweepPlan): readonly number[] =>
  grid.cells.flatMap((cell, index) => (cell ? [index] : []));

const exactProfiles = ({ exact }: Board): ReadonlyMap<number, CurveProfile> =>
  new Map([...exact].map(([index, { profile }]) => [index, profile]));

/** The cell that was best on the early bars. */
function bestEarly(profiles: ReadonlyMap<number, CurveProfile>): number | null {
  let best: number | null = null;
  let highest = -Infinity;
  for (const [index, profile] of profiles) {
    const score = sharpeOfSums(profile.earlySum, profile.earlySquares, earlyRows(profile.moments.count));
    if (score <= highest) continue;
    highest = score;
    best = index;
  }
  return best;
}

function conclude(
  request: SweepRequest,
  board: Board,
  agreement: Agreement | null,
  refusal: string | null,
  early: number | null,
): SweepResult {
  const { grid, exact } = board;
  const cells = cellsOf(board, request.instrument.barsPerYear);
  const best = bestCell(cells);
  const floor = best === null ? null : scoreOf(cells[best]!.metrics) - (cells[best]!.sharpeError ?? 0);
  const scores = cells.map((cell) => (cell ? scoreOf(cell.metrics) : NaN));
  const ground = best === null || floor === null ? [] : plateau(grid.axes, scores, best, floor);
  const { axes, skipReason, run, skipped } = grid;
  const outcome = {
    axes,
    cells,
    skipReason,
    run,
    skipped,
    agreement,
    refusal,
    best,
    plateau: ground,
    plateauFloor: floor,
  };
  if (best === null || floor === null) return { ...outcome, verdict: null };

  const { bars, instrument, plan, triesBefore } = request;
  const held = holding(bars, request.settings?.capital ?? plan.settings.capital, instrument.barsPerYear);
  const profiles = exact.size === run ? exactProfiles(board) : board.profiles;
  const verdict = sweepVerdict({
    axes,
    bars,
    barsPerYear: instrument.barsPerYear,
    cells: cells.filter((cell) => cell !== null),
    best: cells[best]!,
    bestProfile: exact.get(best)!.profile,
    plateau: ground,
    plateauFloor: floor,
    tries: triesBefore + run,
    overfitting: profiles.size === run ? overfitting([...profiles.values()]) : null,
    early: early === null ? null : { parameters: grid.cells[early]!, profile: exact.get(early)!.profile },
    holding: { metrics: held.metrics, profile: profileOf(held.equity), name: heldName(instrument.name) },
  });
  return { ...outcome, verdict };
}

function cellsOf({ grid, screened, exact }: Board, barsPerYear: number): readonly (SweepCell | null)[] {
  const metrics = grid.cells.map((_, index) => exact.get(index)?.metrics ?? screened.get(index) ?? null);
  return grid.cells.map((parameters, index) => {
    const found = metrics[index];
    if (!parameters || !found) return null;
    const around = neighbourhood(grid.axes, index).flatMap((at) =>
      metrics[at] ? [scoreOf(metrics[at])] : [],
    );
    const run = exact.get(index);
    return {
      parameters,
      metrics: found,
      exact: run !== undefined,
      sharpeError: run ? yearlyError(run, barsPerYear) : null,
      neighbours: around.length > 0 ? median(around) : null,
    };
  });
}

function yearlyError({ profile: { moments } }: CellRun, barsPerYear: number): number | null {
  if (!(moments.deviation > 0)) return null;
  return sharpeError({ ...moments, sharpe: moments.mean / moments.deviation }) * Math.sqrt(barsPerYear);
}

/** The exact cell with the best Sharpe ratio; null when no cell ever moved. */
function bestCell(cells: readonly (SweepCell | null)[]): number | null {
  let best: number | null = null;
  cells.forEach((cell, index) => {
    if (!cell?.exact || cell.metrics.sharpe === null) return;
    if (best === null || cell.metrics.sharpe > (cells[best]?.metrics.sharpe ?? -Infinity)) best = index;
  });
  return best;
}
