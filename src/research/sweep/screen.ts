import type { KernelBackend } from '../../core/backend';
import { sliceBars } from '../../core/bars';
import { UNWATCHED } from '../../core/job';
import type { ColumnStore } from '../../script/evaluate';
import { exactRunner, type CellSetup } from '../cell-run';
import { columnsFor } from '../columns-for';
import { laneScreen, type LaneRows } from '../lane-screen';
import { valuesAt } from './grid-place';
import { sharpeOfEarly } from './early-sharpe';
import type { RowSetup } from './row-runner';
import { BLOCK_SUMS, rowsOfRuns, type RowRunner, type TrialRows } from './trial-rows';
import { trialSpace } from './trial-space';
import { TRIAL_FIGURES } from './trial-table';
import { twoAverageScreening } from './two-average-screen';

/** A way to find out what settings come to, roughly or fast. */
export interface ScreenKind {
  /** Which kernels it goes by. */
  readonly kernels: 'two-average' | 'lane';
}

/** What a screen is told of the sweep. */
interface ScreenSetup extends RowSetup {
  readonly columns: ColumnStore;
  /** Bytes of columns that are held at a time. */
  readonly capacity: number;
}

/**
 * How the settings of a sweep can be screened, or why they cannot, as `an order has the option 'limit'`.
 *
 * @throws BacktabError as `trialSpace`
 */
export function screenKind(setup: ScreenSetup): ScreenKind | { readonly reason: string } {
  const figures: readonly string[] = TRIAL_FIGURES;
  const foreign = setup.figures.find((name) => !figures.includes(name));
  if (foreign) return { reason: `the figure '${foreign}' is the exact engine's alone` };
  const kernel = twoAverages(setup);
  if (kernel.kind === 'ready') return { kernels: 'two-average' };
  const lanes = laneScreen(cellSetupOf(setup), NO_LANES, setup.columns);
  if (typeof lanes !== 'string') return { kernels: 'lane' };
  return { reason: lanes };
}

/**
 * Screens settings in this thread. Those that only the exact engine knows are run by it.
 *
 * @throws (when called) BacktabError `parameter_out_of_range` | `cancelled`, and what the backend throws
 */
export function screenRunner(setup: ScreenSetup, backend: KernelBackend): RowRunner {
  const kernel = twoAverages(setup);
  if (kernel.kind === 'ready')
    return (places, bars, job = UNWATCHED) => kernel.screen.run(places, bars, backend, job);
  const runners = new Map<number, RowRunner>();
  return (places, bars, job) => {
    const runner = runners.get(bars) ?? laneRows(setup, backend, bars);
    runners.set(bars, runner);
    return runner(places, bars, job);
  };
}

function twoAverages(setup: ScreenSetup) {
  const space = trialSpace(setup.plan, setup.axes, null);
  return twoAverageScreening(cellSetupOf(setup), space, setup.columns, setup.capacity);
}

const cellSetupOf = (setup: RowSetup): CellSetup => ({ ...setup, names: setup.axes.map(({ name }) => name) });

/** For asking only whether lanes know a script. */
const NO_LANES: Pick<KernelBackend, 'sweepLanes'> = {
  sweepLanes: () => Promise.reject(new Error('asked to run what was only to be looked at')),
};

function laneRows(setup: ScreenSetup, backend: KernelBackend, bars: number): RowRunner {
  const isWhole = bars === setup.bars.time.length;
  const part = isWhole ? cellSetupOf(setup) : { ...cellSetupOf(setup), bars: sliceBars(setup.bars, 0, bars) };
  const columns = isWhole ? setup.columns : columnsFor(part, part.bars, setup.capacity);
  const screen = laneScreen(part, backend, columns);
  const exact = exactRunner(part, columns);
  if (typeof screen === 'string') throw new Error(screen);
  return async (places, _, job = UNWATCHED) => {
    const cells = Array.from(places, (place) => valuesAt(setup.axes, place));
    const found = await screen(cells, job);
    const rows = rowsOfLanes(found, bars - 1);
    const beyond = cells.flatMap((_cell, row) => (found.beyond[row] === 1 ? [row] : []));
    if (beyond.length > 0)
      replaceRows(
        rows,
        beyond,
        rowsOfRuns(await exact(beyond.map((row) => cells[row]!)), setup.figures, setup),
      );
    return rows;
  };
}

function rowsOfLanes({ metrics, blocks, early }: LaneRows, returns: number): TrialRows {
  const count = metrics.sharpe.length;
  return {
    figures: metrics,
    blocks: Float32Array.from(blocks),
    early: Float64Array.from({ length: count }, (_, row) =>
      sharpeOfEarly(early[2 * row]!, early[2 * row + 1]!, returns),
    ),
    sharpeError: new Float64Array(count).fill(NaN),
  };
}

function replaceRows(rows: TrialRows, at: readonly number[], found: TrialRows): void {
  at.forEach((row, k) => {
    for (const name of TRIAL_FIGURES) rows.figures[name]![row] = found.figures[name]![k]!;
    rows.blocks.set(found.blocks.subarray(BLOCK_SUMS * k, BLOCK_SUMS * (k + 1)), BLOCK_SUMS * row);
    rows.early[row] = found.early[k]!;
  });
}
