import type { TrialRows } from './trial-rows';

/** Where finished parts of a sweep are kept, so that one that was cut short goes on. */
export interface SweepJournal {
  /** What a part came to; null where it is not there or damaged. */
  recall(part: string): Promise<TrialRows | null>;
  /** Keeps a part. It does not reject: a sweep goes on without. */
  record(part: string, rows: TrialRows): Promise<void>;
}
