import type { Column } from '../../core/column';
import type { Strategy } from '../../core/strategy';
import type { EngineSetup } from '../../engine/engine-setup';
import type { RuledMember } from '../portfolio-rules';

/** A dataset of a run, with the length of its bars. */
export interface Dataset extends Omit<RuledMember, 'columns' | 'intervalMs'> {
  readonly intervalMs: number;
}

/** A value of a strategy, one per bar of a dataset. */
export interface WatchedValue {
  readonly text: string;
  readonly line: number | null;
  /** Row of the dataset among the subject's. */
  readonly market: number;
  readonly column: Column;
}

/** A strategy made for some rows. */
export interface Built {
  readonly strategy: Strategy;
  /** Its values, once it has run. */
  values(): readonly WatchedValue[];
}

/** What is put through a look-ahead check: a run, and how its strategy is made from data. */
export interface TruncationSubject {
  /** The run on all rows; each instrument with the length of its bars. */
  readonly setup: Omit<EngineSetup, 'strategy' | 'broker'>;
  /** What is known of the times of each instrument's bars, in the order of the setup's. */
  readonly datasets: readonly Dataset[];
  /** Line of the order statement that gives a reason; null where it is not known. */
  lineOf(reason: string): number | null;
  /**
   * Makes the strategy anew, as it would be made if there were these rows alone.
   *
   * @param datasets  in the order of the setup's instruments
   */
  build(datasets: readonly Dataset[]): Built;
}
