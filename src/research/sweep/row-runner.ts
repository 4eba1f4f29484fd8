import type { KernelBackend } from '../../core/backend';
import { sliceBars } from '../../core/bars';
import type { Metrics } from '../../core/metrics';
import type { ColumnStore } from '../../script/evaluate';
import { exactRunner, type CellSetup, type ExactRunner } from '../cell-run';
import { columnsFor } from '../columns-for';
import type { SweepAxis } from '../outcome';
import { valuesAt } from './grid-place';
import { screenRunner } from './screen';
import { rowsOfRuns, type RowRunner } from './trial-rows';

/** How a setting is run: by the whole engine, or screened by a backend's kernels. */
export type Route = 'exact' | 'screen';

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

/**
 * Both ways to run settings in this thread; they share their indicators.
 *
 * @param backend   that screens
 * @param capacity  bytes of columns that are kept
 */
export function rowRunners(
  setup: RowSetup,
  backend: KernelBackend,
  capacity: number,
): Readonly<Record<Route, RowRunner>> {
  const columns = columnsFor(setup, setup.bars, capacity);
  let screen: RowRunner | null = null;
  return {
    exact: exactRows(setup, columns),
    screen: (places, bars, job) =>
      (screen ??= screenRunner({ ...setup, columns, capacity }, backend))(places, bars, job),
  };
}

/**
 * Runs settings exactly in this thread.
 *
 * @param columns  store of all bars
 * @throws (when called) BacktabError `parameter_out_of_range` when an indicator refuses a setting's value
 */
export function exactRows(setup: RowSetup, columns: ColumnStore = columnsFor(setup)): RowRunner {
  const whole: CellSetup = { ...setup, names: setup.axes.map(({ name }) => name) };
  const runners = new Map<number, ExactRunner>();
  const runnerOver = (bars: number): ExactRunner => {
    if (bars === setup.bars.time.length) return exactRunner(whole, columns);
    return exactRunner({ ...whole, bars: sliceBars(setup.bars, 0, bars) });
  };
  return async (places, bars) => {
    const runner = runners.get(bars) ?? runnerOver(bars);
    runners.set(bars, runner);
    const runs = await runner(Array.from(places, (place) => valuesAt(setup.axes, place)));
    return rowsOfRuns(runs, setup.figures, setup);
  };
}
