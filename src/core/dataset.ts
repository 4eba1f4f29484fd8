import type { DatasetId } from './nominal';

/** What the synthetic generator can be asked for: bars within the day, or two related daily prices. */
export type SyntheticKind = 'intraday' | 'pair';

/** What is traded, and where its clock stands. */
export interface Instrument {
  /** As `S&P 500`. */
  readonly name: string;
  /** Currency of its prices, ISO 4217. */
  readonly currency: string;
  /** IANA zone of its exchange, as `America/New_York`. */
  readonly zone: string;
  /** Bars a year for annualising, as 252 for daily bars of a stock exchange. */
  readonly barsPerYear: number;
}

/** Bar interval: a count of a unit, as `1d`, `5m`; `irregular` when the file has no rhythm. */
export type Interval = string;

/** One thing worth knowing about a file, counted, with the rows it speaks of. */
export interface QualityNote {
  readonly code: QualityCode;
  readonly level: 'caution' | 'info' | 'ok';
  /** Rows concerned, in all. */
  readonly count: number;
  /** Heading, as `The open repeats the previous close`. */
  readonly title: string;
  /** One or two sentences: what it is and what it does to results. */
  readonly detail: string;
  /** Row numbers of the stored dataset, ascending; at most 10,000. */
  readonly rows: readonly number[];
}

export type QualityCode =
  | 'open_repeats_close'
  | 'large_moves'
  | 'gaps'
  | 'rejected_rows'
  | 'duplicate_times'
  | 'out_of_order'
  | 'impossible_prices'
  | 'zero_volume'
  | 'column_copies'
  | 'prices_filled'
  | 'date_order_assumed';

/** A row that was kept out, with its line in the file. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  /** Beginning of the line as it stood, at most 200 characters. */
  readonly text: string;
}

/** How a file's column is used. */
export interface ColumnUse {
  readonly name: string;
  readonly use: 'time' | 'open' | 'high' | 'low' | 'close' | 'volume' | 'extra' | 'ignored';
  readonly first: string;
}

/** What an import found. Bad rows are never dropped silently. */
export interface QualityReport {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsRejected: number;
  /** The first 1,000 rejected rows. */
  readonly rejected: readonly RejectedRow[];
  readonly columns: readonly ColumnUse[];
  readonly notes: readonly QualityNote[];
}

/** Where data came from, as shown on screen. */
export interface DataSource {
  readonly kind: 'bundled' | 'file' | 'synthetic' | 'feed';
  /** As `sp500-2000.csv` or `vega-datasets 3.2.1`. */
  readonly name: string;
  readonly license: string | null;
  readonly bytes: number;
}

/** A dataset's row in the store: visible only when all its chunks are. */
export interface DatasetManifest {
  readonly id: DatasetId;
  readonly name: string;
  readonly instrument: Instrument;
  readonly interval: Interval;
  readonly rows: number;
  readonly firstTime: number;
  readonly lastTime: number;
  readonly extraColumns: readonly string[];
  /** SHA-256 (hex) over the canonical bytes of all columns (`core/fingerprint.ts`). */
  readonly sha256: string;
  readonly chunks: readonly ChunkEntry[];
  readonly bytes: number;
  readonly source: DataSource;
  readonly report: QualityReport;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One stored Arrow IPC chunk. */
export interface ChunkEntry {
  readonly key: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 (hex) of the stored bytes. */
  readonly sha256: string;
}
