import type { ColumnUse } from '../../core/dataset';

/** Bounds that an import holds while it streams, so that no file can exhaust memory or time. */
export interface ImportLimits {
  /** Bytes of the file; a larger one is refused before it is opened. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one field. */
  readonly fieldCharacters: number;
  /** Further numeric columns kept; the rest is ignored. */
  readonly extraColumns: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  bytes: 2_000_000_000,
  rows: 20_000_000,
  columns: 1_000,
  fieldCharacters: 1_048_576,
  extraColumns: 32,
};

/** What the caller knows better than the sniffing. */
export interface ImportOptions {
  /** IANA zone of stamps that carry no offset; default `UTC`. Rows known by date only stay at 00:00 UTC. */
  readonly zone?: string;
  /** Use of columns by their name in the file, or `column 3` where there is no header. */
  readonly columns?: Readonly<Record<string, ColumnUse['use']>>;
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly limits?: Partial<ImportLimits>;
  /** Plain rows are read from bytes directly; `false` sends every row through the text parser. */
  readonly bytePath?: boolean;
}
