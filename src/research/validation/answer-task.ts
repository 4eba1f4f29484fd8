import { ColumnStore } from '../../script/evaluate';
import type { CellSetup } from '../cell-run';
import { columnsFor } from '../columns-for';
import { settingsOf } from '../lane-runner';
import { overfitting } from '../overfitting';
import { planVariants } from '../sensitivity/plan-variants';
import { compactRun } from './compact-run';
import { columnErrors } from './contest';
import { doubledCosts } from './doubled-costs';
import { effectiveTrials } from './effective-trials';
import { onRandomEntries } from './entry-figures';
import { indicatorSpan } from './indicator-span';
import { onJittered, onPermuted } from './path-statistic';
import { resampledMeans, stationaryRows } from './resampled-means';
import { bestSharpeOn, runSetting } from './setting-runs';
import { earnedInOrders } from './signal-permutation';
import type { TaskAnswer, TaskGiven, TaskKind, TaskRunner } from './tasks';
import { swept, trialRunner } from './trial-run';
import { windowRunner } from './window-run';

type Answers = { readonly [K in TaskKind]: (given: TaskGiven<K>) => TaskAnswer<K> | Promise<TaskAnswer<K>> };

/**
 * Answers tasks in this thread. Settings share their indicators through the store.
 *
 * @param setup    script, bars and settings
 * @param columns  store of the bars
 */
export function taskAnswers(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): TaskRunner {
  const answers = answersOf(setup, columns);
  return {
    depth: 1,
    run: async (kind, given) => answers[kind](given),
  };
}

function answersOf(setup: CellSetup, columns: ColumnStore): Answers {
  const { plan, names, bars, parameters, instrument } = setup;
  const runTrial = trialRunner(setup, columns);
  const runWindow = windowRunner(setup, columns);
  const settings = settingsOf(setup);
  const withCell = (cell: readonly number[]) => ({ ...parameters, ...swept(names, cell) });
  return {
    trials: ({ cells, ...compaction }) => cells.map((cell) => compactRun(runTrial(cell), compaction)),
    best: ({ cell }) => {
      const { trades, series } = runSetting(setup, cell, columns);
      return { trades, equity: series.equity, exposure: series.exposure };
    },
    window: ({ cell, from, to, start }) => runWindow(cell, from, to, start),
    bars: async ({ cells }) => (await bestSharpeOn(setup, cells)(bars)) ?? NaN,
    permuted: ({ cells, ...range }) => onPermuted(bars, bestSharpeOn(setup, cells), range),
    jittered: ({ cells, ...range }) => onJittered(bars, bestSharpeOn(setup, cells), range),
    entries: ({ holdings, ...range }) =>
      onRandomEntries({ bars, settings }, holdings, instrument.barsPerYear, range),
    orders: ({ positions, ...range }) => earnedInOrders(positions, bars.close, range),
    errors: ({ columns: values, meanBlock }) => columnErrors(values, meanBlock),
    means: ({ columns: values, meanBlock, seed, from, to }) =>
      resampledMeans(values, stationaryRows(meanBlock, seed), from, to),
    effective: ({ columns: values }) => effectiveTrials(values),
    overfitting: ({ profiles }) => overfitting(profiles),
    span: ({ cell }) => indicatorSpan(plan, withCell(cell), columns).bars,
    doubled: ({ cell }) =>
      doubledCosts(settings, planVariants({ ...setup, parameters: withCell(cell) }, columns)),
  };
}
