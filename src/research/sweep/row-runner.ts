import { sliceBars } from '../../core/bars';
import type { Metrics } from '../../core/metrics';
import type { ColumnStore } from '../../script/evaluate';
import { exactRunner, type CellSetup, type ExactRunner } from '../cell-run';
import { columnsFor } from '../columns-for';
import { laneReason, laneRunner } from '../lane-runner';
import type { SweepAxis } from '../outcome';
import { rowsOfRuns, type RowRunner } from './trial-rows';
import { valuesAt } from './grid-place';

/** How a setting is run: by the whole engine, or by lanes where they know the script. */
export type Route = 'exact' | 'lane';

/** What every setting of a sweep shares. */
export interface RowSetup extends Omit<CellSetup, 'names'> {
  readonly axes: readonly SweepAxis[];
  /** Figures to keep of each setting. */
  readonly figures: readonly (keyof Metrics)[];
}

/** What a worker is given of a setup, beside the script. */
export function sharedOf({
  axes,
  bars,
  figures,
  instrument,
  intervalMs,
  parameters,
  settings,
}: RowSetup): Omit<RowSetup, 'plan'> {
  return {
    axes,
    bars,
    figures,
    instrument,
    parameters,
    ...(intervalMs === undefined ? {} : { intervalMs }),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** Bars of a share of a run, from the first on; two at least. */
export const rowsOfShare = (rows: number, share: number): number =>
  share === 1 ? rows : Math.min(rows, Math.max(2, Math.floor(rows * share)));

/**
 * Runs settings in this thread. They share their indicators through the store.
 *
 * @param columns  store of all bars
 * @throws (when called) BacktabError `parameter_out_of_range` when an indicator refuses a setting's value
 */
export function rowRunner(
  setup: RowSetup,
  route: Route,
  columns: ColumnStore = columnsFor(setup),
): RowRunner {
  const names = setup.axes.map(({ name }) => name);
  const cellSetup: CellSetup = { ...setup, names };
  const runners = new Map<number, ExactRunner>();
  const runnerOf = (rows: number): ExactRunner => {
    const isWhole = rows === setup.bars.time.length;
    const part = isWhole ? cellSetup : { ...cellSetup, bars: sliceBars(setup.bars, 0, rows) };
    const store = isWhole ? columns : columnsFor(part);
    return route === 'lane' && laneReason(part) === null ? laneRunner(part, store) : exactRunner(part, store);
  };
  return async (places, share) => {
    const rows = rowsOfShare(setup.bars.time.length, share);
    const runner = runners.get(rows) ?? runnerOf(rows);
    runners.set(rows, runner);
    const runs = await runner(Array.from(places, (place) => valuesAt(setup.axes, place)));
    return rowsOfRuns(runs, setup.figures, setup);
  };
}
