import type { DatasetId } from '../core/nominal';
import type { IndicatorRequest } from '../research/indicator-request';
import type { OutputSummary } from '../research/output-summary';

export type { IndicatorRequest } from '../research/indicator-request';
export type { OutputPreview } from '../research/output-preview';
export type { OutputSummary } from '../research/output-summary';

/** A failure as plain values. */
export interface PlainFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** One output of a request on a dataset, summed up. */
export interface AnsweredOutput extends OutputSummary {
  readonly name: string;
  readonly kind: 'real' | 'integer';
}

/** What one request gave on one dataset. */
export interface ComputeAnswer {
  readonly dataset: DatasetId;
  /** Index into the requests of the batch. */
  readonly request: number;
  /** Row of the first value. */
  readonly begin: number;
  readonly outputs: readonly AnsweredOutput[];
  /** Why there are no outputs; null when there are. */
  readonly failure: PlainFailure | null;
}

/** Every request on every dataset. */
export interface ComputeBatch {
  readonly requests: readonly IndicatorRequest[];
  readonly datasets: readonly DatasetId[];
}

/** How a batch was computed. */
export interface ComputeEnd {
  readonly elapsedMs: number;
  /** Workers that took part, at most. */
  readonly workers: number;
}

export type ExportFormat = 'csv' | 'arrow';

/** Output columns of one dataset that are to be written. */
export interface ExportDataset {
  readonly id: DatasetId;
  readonly name: string;
  /** Whether it is synthetic, which every export says. */
  readonly synthetic: boolean;
  readonly rows: number;
  readonly requests: readonly ExportRequest[];
}

/** A request with the names that its outputs have in a file. */
export interface ExportRequest {
  readonly request: IndicatorRequest;
  readonly columns: readonly string[];
}

/** A whole file. */
export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}
