import type { RunSettings } from '../core/settings';
import { runLane, type LaneRun } from '../engine/lane/lane';
import { laneForeignSetting } from '../engine/lane/lane-limits';
import { cagr } from '../metrics/cagr';
import { returns } from '../metrics/returns';
import { sharpe } from '../metrics/sharpe';
import { totalReturn } from '../metrics/total-return';
import { planRules, type ColumnStore } from '../script/evaluate';
import { laneRefusal } from '../script/lane-plan';
import {
  exactRunner,
  parametersOf,
  profileOfReturns,
  type CellRun,
  type CellSetup,
  type ExactRunner,
} from './cell-run';
import { columnsFor } from './columns-for';
import { deepestFall } from './deepest-fall';

/** The settings of a run. */
export const settingsOf = ({ plan, settings }: Pick<CellSetup, 'plan' | 'settings'>): RunSettings => ({
  ...plan.settings,
  ...settings,
});

/** Why cells cannot go by lanes, as `an order has the option 'limit'`; null where they can. */
export function laneReason(setup: Pick<CellSetup, 'plan' | 'settings' | 'bars'>): string | null {
  const reason = laneRefusal(setup.plan);
  if (reason !== null) return reason;
  const setting = laneForeignSetting(settingsOf(setup));
  return setting === null ? null : `the setting '${setting}' is the exact engine's alone`;
}

/**
 * A runner of cells by lanes (`engine/lane`): in f64 and by the engine's rules, without its orders, events and books. A
 * cell in which a lane meets what only the engine knows is run by the engine.
 *
 * @param setup  one without a `laneReason`
 */
export function laneRunner(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): ExactRunner {
  const exact = exactRunner(setup, columns);
  return async (cells) => {
    const runs: CellRun[] = [];
    for (const cell of cells) {
      const run = runLaneOf(setup, cell, columns);
      runs.push(run ? laneCell(run, setup) : (await exact([cell]))[0]!);
    }
    return runs;
  };
}

/** A cell by a lane; null where it meets what only the engine knows. */
export function runLaneOf(setup: CellSetup, cell: readonly number[], columns: ColumnStore): LaneRun | null {
  const rules = planRules(setup.plan, parametersOf(setup, cell), columns);
  rules.reset();
  return runLane(setup.bars, settingsOf(setup), rules);
}

/** What is kept of a lane's run. */
export function laneCell({ equity, trades }: LaneRun, setup: CellSetup): CellRun {
  const { bars, instrument } = setup;
  const profile = profileOfReturns(returns(equity));
  return {
    metrics: {
      totalReturn: totalReturn(equity),
      cagr: cagr(equity, bars.time),
      sharpe: sharpe(profile.moments, instrument.barsPerYear),
      maxDrawdown: equity.length === 0 ? null : deepestFall(equity, settingsOf(setup).capital),
      trades,
      finalEquity: equity.at(-1) ?? NaN,
    },
    profile,
  };
}
