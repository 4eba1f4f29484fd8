import { sliceBars } from '../../core/bars';
import type { KernelBackend } from '../../core/backend';
import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import type { ColumnStore } from '../../script/evaluate';
import { earlyRows, exactRunner, sharpeOfSums, type CellSetup } from '../cell-run';
import { columnsFor } from '../columns-for';
import { laneScreen, type LaneRows, type LaneScreen } from '../lane-screen';
import { valuesAt } from './grid-place';
import { rowsOfShare, type RowSetup } from './row-runner';
import { rowsOfRuns, type RowRunner, type TrialRows } from './trial-rows';

/**
 * Runs settings by the lanes of a backend; those that lanes do not know to their end are run exactly. On f64 backends the
 * figures are those of the exact engine, to the bit. Standard errors of the Sharpe ratio are not known.
 *
 * @param setup    with figures of `TRIAL_FIGURES` only
 * @param columns  store of all bars
 * @param job      told of progress within the settings that are asked for together
 * @returns        or why there are no lanes, as `an order has the option 'limit'`
 *
 * @throws (when called) BacktabError `parameter_out_of_range` when an indicator refuses a setting's value | `cancelled`, and
 *         what the backend throws
 */
export function laneRowRunner(
  setup: RowSetup,
  backend: Pick<KernelBackend, 'sweepLanes'>,
  columns: ColumnStore,
  job: Job,
): RowRunner | string {
  const whole: CellSetup = { ...setup, names: setup.axes.map(({ name }) => name) };
  const all = setup.bars.time.length;
  const screenOf = (part: CellSetup, store: ColumnStore): LaneScreen | string =>
    laneScreen(part, backend, store);
  const first = screenOf(whole, columns);
  if (typeof first === 'string') return first;
  return async (places, share) => {
    const rows = rowsOfShare(all, share);
    const part = rows === all ? whole : { ...whole, bars: sliceBars(setup.bars, 0, rows) };
    const store = rows === all ? columns : columnsFor(part);
    const screen = rows === all ? first : screenOf(part, store);
    if (typeof screen === 'string') return exactRows(part, places, setup, store);
    const found = rowsOfLanes(await screen(cellsOf(setup, places), job), setup, rows);
    return found.beyond.includes(1)
      ? withExact(found.rows, found.beyond, (beyond) => exactRows(part, beyond, setup, store), places)
      : found.rows;
  };
}

const cellsOf = ({ axes }: RowSetup, places: Float64Array): readonly (readonly number[])[] =>
  Array.from(places, (place) => valuesAt(axes, place));

async function exactRows(
  part: CellSetup,
  places: Float64Array,
  setup: RowSetup,
  store: ColumnStore,
): Promise<TrialRows> {
  return rowsOfRuns(await exactRunner(part, store)(cellsOf(setup, places)), setup.figures, setup);
}

function rowsOfLanes(
  { metrics, blocks, early, beyond }: LaneRows,
  { figures }: RowSetup,
  rows: number,
): { readonly rows: TrialRows; readonly beyond: Uint8Array } {
  const known: Readonly<Partial<Record<string, Column>>> = metrics;
  const none = (): Column => new Float64Array(beyond.length).fill(NaN);
  const count = earlyRows(rows - 1);
  return {
    rows: {
      figures: Object.fromEntries(figures.map((name) => [name, known[name] ?? none()])),
      blocks: Float32Array.from(blocks),
      early: Float64Array.from(beyond, (_, k) => sharpeOfSums(early[2 * k]!, early[2 * k + 1]!, count)),
      sharpeError: none(),
    },
    beyond,
  };
}

/** Rows in which those that are beyond lanes are the exact engine's. */
async function withExact(
  rows: TrialRows,
  beyond: Uint8Array,
  run: (places: Float64Array) => Promise<TrialRows>,
  places: Float64Array,
): Promise<TrialRows> {
  const at = Array.from(beyond.keys()).filter((k) => beyond[k] === 1);
  const exact = await run(Float64Array.from(at, (k) => places[k]!));
  const width = rows.blocks.length / beyond.length;
  at.forEach((row, k) => {
    for (const [name, column] of Object.entries(rows.figures))
      column[row] = exact.figures[name as keyof TrialRows['figures']]![k]!;
    rows.blocks.set(exact.blocks.subarray(width * k, width * (k + 1)), width * row);
    rows.early[row] = exact.early[k]!;
    rows.sharpeError[row] = exact.sharpeError[k]!;
  });
  return rows;
}
