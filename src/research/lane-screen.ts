import type { KernelBackend } from '../core/backend';
import type { Column } from '../core/column';
import type { Job } from '../core/job';
import { BLOCKS, type LaneOutcome, type LaneSweep } from '../core/lane-sweep';
import type { RunSettings } from '../core/settings';
import { cagr } from '../metrics/cagr';
import type { ColumnStore } from '../script/evaluate';
import { sweepProgram, type LoweredProgram } from '../script/sweep-program';
import type { CellSetup } from './cell-run';
import { laneReason } from './lane-runner';
import { TrialColumns } from './trial-columns';

/** Bytes of the columns of the trials that go to a backend together. */
const TABLE_BYTES = 128 * 1024 * 1024;

/** What cells come to, one value each, in order. */
export interface LaneRows {
  /** The metrics of a cell; NaN where there is none. */
  readonly metrics: {
    readonly totalReturn: Column;
    readonly cagr: Column;
    readonly sharpe: Column;
    readonly maxDrawdown: Column;
    readonly trades: Column;
    readonly finalEquity: Column;
  };
  /** Mean and sample deviation of the returns per bar. */
  readonly meanReturn: Column;
  readonly deviation: Column;
  /** `f64[cells][32]`: sum and sum of squares of the returns of each of 16 successive blocks, by turns. */
  readonly blocks: Column;
  /** `f64[cells][2]`: the same two of the first 60 % of the returns. */
  readonly early: Column;
  /** 1 where only the exact engine knows what a cell comes to; everything else of it is NaN. */
  readonly beyond: Uint8Array<ArrayBuffer>;
}

/** Runs cells, each the values of the swept parameters, by a backend's lanes. */
export type LaneScreen = (cells: readonly (readonly number[])[], job: Job) => Promise<LaneRows>;

/**
 * A screen of cells by lanes on a backend. On f64 backends its figures are those of the exact engine, to the bit. Columns
 * are kept as long as they fit, one for each node and values of the parameters behind it, never one for each cell, so
 * that a sweep of any size goes through it part by part.
 *
 * @param setup    what is the same in every cell
 * @param columns  store of the same bars
 * @returns        or why there is none, as `an order has the option 'limit'`
 *
 * @throws (when called) BacktabError `parameter_out_of_range` when an indicator refuses a cell's value | `cancelled`, and
 *         what the backend throws
 */
export function laneScreen(
  setup: CellSetup,
  backend: Pick<KernelBackend, 'sweepLanes'>,
  columns: ColumnStore,
): LaneScreen | string {
  const reason = laneReason(setup);
  if (reason !== null) return reason;
  const lowered = sweepProgram(setup.plan, setup.names, setup.parameters);
  if (lowered.program === null) return lowered.reason;
  const table = new TrialColumns(setup, lowered.columns, columns);
  return async (cells, job) => {
    const rows = emptyRows(cells.length);
    for (let from = 0; from < cells.length;) {
      const { sweep, to } = nextSweep(setup, lowered, table, cells, from);
      const offset = from;
      const outcome = await backend.sweepLanes(sweep, {
        checkpoint: (done, total) =>
          job.checkpoint(offset + (to - offset) * (done / Math.max(1, total)), cells.length),
      });
      writeRows(rows, offset, outcome, setup, sweep.settings.capital);
      from = to;
    }
    await job.checkpoint(cells.length, cells.length);
    return rows;
  };
}

/** Cells from `from` on as a sweep, as many as share a table of columns that is not too large. */
function nextSweep(
  setup: CellSetup,
  { program, numbers }: LoweredProgram,
  table: TrialColumns,
  cells: readonly (readonly number[])[],
  from: number,
): { readonly sweep: LaneSweep; readonly to: number } {
  const { bars, plan, settings } = setup;
  const limit = Math.max(program.columns, Math.floor(TABLE_BYTES / 8 / Math.max(1, bars.time.length)));
  const columns: Column[] = [];
  const rowOf = new Map<Column, number>();
  const columnOf: number[] = [];
  let to = from;
  while (to < cells.length && (to === from || columns.length + program.columns <= limit)) {
    for (const column of table.of(cells[to]!)) {
      const row = rowOf.get(column) ?? columns.push(column) - 1;
      rowOf.set(column, row);
      columnOf.push(row);
    }
    to += 1;
  }
  const trials = to - from;
  const values = new Float64Array(trials * numbers.length);
  for (let trial = 0; trial < trials; trial++)
    for (let k = 0; k < numbers.length; k++)
      values[trial * numbers.length + k] = numbers[k]!(cells[from + trial]!);
  const { open, high, low, close, volume } = bars;
  return {
    sweep: {
      bars: { open, high, low, close, volume },
      settings: { ...plan.settings, ...settings } satisfies RunSettings,
      program,
      trials,
      columns,
      columnOf: Uint32Array.from(columnOf),
      numbers: values,
    },
    to,
  };
}

function emptyRows(cells: number): LaneRows {
  const column = (width = 1): Column => new Float64Array(cells * width).fill(NaN);
  return {
    metrics: {
      totalReturn: column(),
      cagr: column(),
      sharpe: column(),
      maxDrawdown: column(),
      trades: column(),
      finalEquity: column(),
    },
    meanReturn: column(),
    deviation: column(),
    blocks: column(2 * BLOCKS),
    early: column(2),
    beyond: new Uint8Array(cells),
  };
}

function writeRows(
  { metrics, ...rows }: LaneRows,
  at: number,
  outcome: LaneOutcome,
  { bars, instrument }: CellSetup,
  capital: number,
): void {
  const { time } = bars;
  const ends = Float64Array.of(time[0] ?? NaN, time[time.length - 1] ?? NaN);
  const perYear = Math.sqrt(instrument.barsPerYear);
  const { finalEquity, meanReturn, deviation } = outcome;
  metrics.finalEquity.set(finalEquity, at);
  metrics.maxDrawdown.set(outcome.maxDrawdown, at);
  metrics.trades.set(outcome.trades, at);
  rows.meanReturn.set(meanReturn, at);
  rows.deviation.set(deviation, at);
  rows.blocks.set(outcome.blocks, at * 2 * BLOCKS);
  rows.early.set(outcome.early, at * 2);
  rows.beyond.set(outcome.beyond, at);
  const curve = Float64Array.of(capital, NaN);
  for (let k = 0; k < finalEquity.length; k++) {
    curve[1] = finalEquity[k]!;
    if (time.length > 1) metrics.totalReturn[at + k] = curve[1] / capital - 1;
    metrics.cagr[at + k] = cagr(curve, ends) ?? NaN;
    const spread = deviation[k]!;
    metrics.sharpe[at + k] = spread > 0 ? (meanReturn[k]! / spread) * perYear : NaN;
  }
}
