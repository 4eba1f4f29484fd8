import type { Column } from '../../core/column';
import type { Trade } from '../../core/order';
import type { CurveProfile } from '../cell-run';
import type { Overfitting } from '../overfitting';
import type { CompactRun, Compaction } from './compact-run';
import type { EffectiveTrials } from './effective-trials';
import type { Holding } from './random-schedule';
import type { ValidationResult } from './shape';
import type { WindowRun, WindowStart } from './window-run';

/** Paths `[from, to)` of a seed. */
export interface PathRange {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

type Cell = readonly number[];

/**
 * The pieces that a validation is made of: what each is given beside script and bars, and what it answers. Plain values,
 * and the answer depends on nothing else, so that any worker can give it, in any order, and again after one was lost.
 */
export interface ValidationTasks {
  /** Settings on all bars. */
  trials: { given: Compaction & { readonly cells: readonly Cell[] }; answer: readonly CompactRun[] };
  /** A setting on all bars, whole. */
  best: { given: { readonly cell: Cell }; answer: BestRun };
  /** A setting on a window. */
  window: {
    given: { readonly cell: Cell; readonly from: number; readonly to: number; readonly start: WindowStart };
    answer: WindowRun;
  };
  /** Sharpe ratio a year of the best of some settings on the bars, and on those of each path; NaN where none moved. */
  bars: { given: { readonly cells: readonly Cell[] }; answer: number };
  permuted: { given: PathRange & { readonly cells: readonly Cell[] }; answer: Column };
  jittered: { given: PathRange & { readonly cells: readonly Cell[] }; answer: Column };
  /** Sharpe ratio a year of holdings at random places; NaN where nothing moved. */
  entries: { given: PathRange & { readonly holdings: readonly Holding[] }; answer: Column };
  /** Mean return a bar of positions in another order. */
  orders: { given: PathRange & { readonly positions: Column }; answer: Column };
  /** Standard errors of columns. */
  errors: { given: { readonly columns: readonly Column[]; readonly meanBlock: number }; answer: Column };
  /** Means of columns over resampled rows, `f64[paths][columns]`. */
  means: {
    given: PathRange & { readonly columns: readonly Column[]; readonly meanBlock: number };
    answer: Column;
  };
  effective: { given: { readonly columns: readonly Column[] }; answer: EffectiveTrials | null };
  overfitting: { given: { readonly profiles: readonly CurveProfile[] }; answer: Overfitting | null };
  /** Bars that the indicators of a setting look back on. */
  span: { given: { readonly cell: Cell }; answer: number };
  doubled: { given: { readonly cell: Cell }; answer: ValidationResult };
}

export type TaskKind = keyof ValidationTasks;
export type TaskGiven<K extends TaskKind> = ValidationTasks[K]['given'];
export type TaskAnswer<K extends TaskKind> = ValidationTasks[K]['answer'];

/** What the stress methods need of the best setting's run. */
export interface BestRun {
  readonly trades: readonly Trade[];
  /** `f64[n]` each. */
  readonly equity: Column;
  readonly exposure: Column;
}

/** Whoever answers tasks: this thread, or workers. */
export interface TaskRunner {
  /** Tasks that it can use at once, so that nobody waits. */
  readonly depth: number;
  /** @throws BacktabError what the run behind the task throws */
  run<K extends TaskKind>(kind: K, given: TaskGiven<K>): Promise<TaskAnswer<K>>;
}
