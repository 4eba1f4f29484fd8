import type { Bars } from '../core/bars';
import { checkInteger, checkLength } from '../core/check';
import type { Column } from '../core/column';
import type { Job } from '../core/job';
import { BLOCKS, type LaneOutcome, type LaneSweep } from '../core/lane-sweep';
import { runLane } from '../engine/lane/lane';
import { writeFigures } from './lane-figures';
import { ProgramRules } from './program-rules';

/** Rows of trials between two checkpoints: some ten milliseconds of work. */
const ROWS_PER_CHECKPOINT = 500_000;

/**
 * Runs every trial of a program, one after the other, by the lanes of the engine (`engine/lane`).
 *
 * @param sweep  columns `f64[rows]`, oldest first, and what each trial takes of them
 * @param job    told of progress between trials
 * @returns      one row per trial; `meanReturn` is NaN below two bars, `deviation` below three
 *
 * A trial that meets what only the whole engine knows, and one whose account value is zero or less, or no finite
 * number, at a close, is beyond: its caller runs it exactly.
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `cancelled`
 */
export async function sweepLanes(sweep: LaneSweep, job: Job): Promise<LaneOutcome> {
  checkLaneSweep(sweep);
  const { trials } = sweep;
  const outcome = emptyLaneOutcome(trials);
  const every = trialsPerTurn(sweep, ROWS_PER_CHECKPOINT);
  for (let trial = 0; trial < trials; trial++) {
    if (trial % every === 0) await job.checkpoint(trial, trials);
    runTrial(sweep, trial, outcome);
  }
  await job.checkpoint(trials, trials);
  return outcome;
}

/** Trials of about so many rows together. */
export const trialsPerTurn = ({ bars }: LaneSweep, rows: number): number =>
  Math.max(1, Math.floor(rows / Math.max(1, bars.close.length)));

/** An outcome of so many trials, to be filled. Trials that never are stay NaN. */
export function emptyLaneOutcome(trials: number): LaneOutcome {
  const column = (width = 1): Column => new Float64Array(trials * width).fill(NaN);
  return {
    finalEquity: column(),
    maxDrawdown: column(),
    meanReturn: column(),
    deviation: column(),
    trades: column(),
    blocks: column(2 * BLOCKS),
    early: column(2),
    beyond: new Uint8Array(trials),
  };
}

/** @throws BacktabError `length_mismatch` | `parameter_out_of_range` unless every backend can run it */
export function checkLaneSweep({ bars, columns, columnOf, numbers, program, trials }: LaneSweep): void {
  const rows = bars.close.length;
  for (const name of ['open', 'high', 'low', 'volume'] as const) checkLength(name, bars[name].length, rows);
  for (const column of columns) checkLength('columns', column.length, rows);
  checkLength('columnOf', columnOf.length, trials * program.columns);
  checkLength('numbers', numbers.length, trials * program.numbers);
  for (let k = 0; k < columnOf.length; k++) checkInteger('columnOf', columnOf[k]!, 0, columns.length - 1);
}

function runTrial(sweep: LaneSweep, trial: number, outcome: LaneOutcome): void {
  const { settings } = sweep;
  const rules = new ProgramRules(sweep, trial);
  // a lane reads the prices and the volume of bars alone
  const bars: Bars = { ...sweep.bars, time: sweep.bars.close, extra: {} };
  const run = runLane(bars, settings, rules);
  if (run) writeFigures(outcome, trial, run, settings.capital);
  else outcome.beyond[trial] = 1;
}
