import type { Column } from '../core/column';
import type { Metrics } from '../core/metrics';
import type { SensitivityKind } from '../research/sensitivity/shape';
import type { Tearsheet } from '../research/tearsheet/shape';
import type { StoredRun } from './protocol';

/** One run of a comparison. */
export interface ComparedRun {
  readonly run: StoredRun;
  /** Hash of the run as the script stands now; another one than that of `run` when the script was changed since. */
  readonly hash: string;
  readonly metrics: Metrics;
  /** Account value over the first one, per bar. */
  readonly growth: Column;
  /** Account value over its running peak, less 1, per bar: 0 or below. */
  readonly belowPeak: Column;
}

/** Runs of one script on the same bars, beside holding. */
export interface Comparison {
  readonly runs: readonly ComparedRun[];
  readonly holding: Pick<ComparedRun, 'metrics' | 'growth' | 'belowPeak'>;
}

/** The figures of a tearsheet with their 95 % ranges. */
export type SureFigures = Pick<Tearsheet, 'groups' | 'trades'>;

/** A study of a run before it is run: what it asks, and how many variants answer it. */
export interface PlannedStudy {
  readonly kind: SensitivityKind;
  readonly question: string;
  readonly variants: number;
}

/** What a look-ahead check found, in words, and the bar of the chart on which it first differs. */
export interface LookAheadAnswer {
  readonly isProved: boolean;
  readonly words: string;
  readonly bar: number | null;
}

/** A file to be saved. */
export interface ReportFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Tables of a run, one row a bar, trade, order, step of an order or fill. */
export type RunTable = 'equity' | 'trades' | 'orders' | 'order-events' | 'fills';

/** What a table can be saved as. */
export type TableFormat = 'csv' | 'arrow' | 'json';

/** The sections of figures of a tearsheet. */
export type FigureSections = Pick<Tearsheet, 'groups' | 'trades' | 'tradingView'>;
