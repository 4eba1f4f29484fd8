import type { Bars } from '../../core/bars';
import { simulate, type Simulation } from '../../engine/simulate';
import { planStrategy, type ColumnStore } from '../../script/evaluate';
import { exactRunner, type CellSetup } from '../cell-run';
import { columnsFor } from '../columns-for';
import { laneReason, laneRunner } from '../lane-runner';
import type { BarsStatistic } from './draws';
import { swept } from './trial-run';

/** A setting on the bars of the setup, whole. */
export function runSetting(setup: CellSetup, cell: readonly number[], columns: ColumnStore): Simulation {
  const { plan, names, bars, parameters } = setup;
  const strategy = planStrategy(plan, { ...parameters, ...swept(names, cell) }, columns);
  return simulate({ bars, strategy, settings: { ...plan.settings, ...setup.settings } });
}

/**
 * Sharpe ratio a year of the best of some settings on given bars; null when none of them moved. By lanes, which follow the
 * engine to the bit, where the script allows it.
 */
export const bestSharpeOn =
  (setup: CellSetup, cells: readonly (readonly number[])[]): BarsStatistic =>
  async (bars: Bars) => {
    const own = { ...setup, bars };
    const columns = columnsFor(own);
    const run = laneReason(own) === null ? laneRunner(own, columns) : exactRunner(own, columns);
    const found = (await run(cells)).map(({ metrics }) => metrics.sharpe).filter((value) => value !== null);
    return found.length > 0 ? Math.max(...found) : null;
  };

/** As many of the cells as asked for, evenly spread over the grid. */
export const spreadCells = <Cell>(cells: readonly Cell[], most: number): readonly Cell[] =>
  cells.length <= most
    ? cells
    : Array.from({ length: most }, (_, k) => cells[Math.floor(((k + 0.5) * cells.length) / most)]!);
