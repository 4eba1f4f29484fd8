import { BLOCKS, type LaneOutcome } from '../core/lane-sweep';
import type { LaneRun } from '../engine/lane/lane';
import { returns } from '../metrics/returns';
import { profileOfReturns } from './cell-run';
import { deepestFall } from './deepest-fall';

/**
 * Writes the figures of a trial. One whose account value is zero or less, or no finite number, at a close has none: its
 * returns are only the exact engine's to judge.
 *
 * @param run      equity `f64[rows]` and closed round trips
 * @param capital  where the first fall begins
 */
export function writeFigures(outcome: LaneOutcome, trial: number, run: LaneRun, capital: number): void {
  const { equity, trades } = run;
  if (!equity.every((value) => value > 0 && value < Infinity)) {
    outcome.beyond[trial] = 1;
    return;
  }
  const { moments, blocks, earlySum, earlySquares } = profileOfReturns(returns(equity));
  outcome.finalEquity[trial] = equity.at(-1) ?? NaN;
  outcome.maxDrawdown[trial] = equity.length === 0 ? NaN : deepestFall(equity, capital);
  outcome.meanReturn[trial] = moments.mean;
  outcome.deviation[trial] = moments.deviation;
  outcome.trades[trial] = trades;
  outcome.blocks.set(blocks, trial * 2 * BLOCKS);
  outcome.early.set([earlySum, earlySquares], 2 * trial);
}
