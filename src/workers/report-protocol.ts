import type { Column } from '../core/column';
import type { Metrics } from '../core/metrics';
import type { StoredRun } from './protocol';

/** One run of a comparison. */
export interface ComparedRun {
  readonly run: StoredRun;
  /** Hash of the run as the script stands now; another one than that of `run` when the script was changed since. */
  readonly hash: string;
  readonly metrics: Metrics;
  /** Account value over the starting capital, less 1, per bar. */
  readonly growth: Column;
  /** Fall from the running peak, fraction in [0, 1]. */
  readonly drawdown: Column;
}

/** Runs of one script on the same bars, beside holding. */
export interface Comparison {
  readonly runs: readonly ComparedRun[];
  readonly holding: Pick<ComparedRun, 'metrics' | 'growth'>;
}

/** A file to be saved. */
export interface ReportFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** What a report can be saved as. */
export type ReportFormat = 'html' | 'json' | 'csv' | 'arrow';
