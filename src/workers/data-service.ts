import type { Bars } from '../core/bars';
import type { DatasetManifest, SyntheticKind } from '../core/dataset';
import type { DatasetId } from '../core/nominal';
import type { SharedStrategy } from '../core/share';
import type { Steerable } from './task';
import type { DatasetEntry, NewDataset, OnProgress, StorageUsage, StoredRun, StoredScript } from './protocol';
import type { FigureSections, ReportFile, RunTable, TableFormat } from './report-protocol';
import type { RunTables } from './run-file';
import type { SweptTrials } from './sweep-file';

/** What the data worker offers: it alone opens the store of a page. */
export interface DataService extends Steerable {
  list(): Promise<readonly DatasetEntry[]>;
  read(id: DatasetId): Promise<Bars>;
  /** Stores bars whole or not at all. */
  put(dataset: NewDataset, bars: Bars, job: number, onProgress: OnProgress): Promise<DatasetManifest>;
  /**
   * The first of a pair, where that is asked for.
   *
   * @param seed  of intraday bars; null for the one that the page offers
   */
  putSynthetic(
    kind: SyntheticKind,
    seed: number | null,
    job: number,
    onProgress: OnProgress,
  ): Promise<DatasetManifest>;
  copyHead(id: DatasetId, rows: number, name: string): Promise<DatasetManifest>;
  append(id: DatasetId, bars: Bars): Promise<DatasetManifest>;
  remove(id: DatasetId): Promise<void>;
  restore(id: DatasetId): Promise<void>;
  rename(id: DatasetId, name: string): Promise<void>;
  usage(): Promise<StorageUsage>;
  scripts(): Promise<readonly StoredScript[]>;
  saveScript(script: StoredScript): Promise<void>;
  removeScript(id: string): Promise<void>;
  runs(script: string): Promise<readonly StoredRun[]>;
  saveRun(run: StoredRun): Promise<void>;
  setting(key: string): Promise<string | null>;
  saveSetting(key: string, value: string): Promise<void>;
  /** Rows of the chunks that are whole; all of them unless the dataset is damaged. */
  barsToCsv(id: DatasetId): Promise<string>;
  tableToCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string;
  runFile(
    run: RunTables,
    table: RunTable,
    format: TableFormat,
    instruments: readonly string[] | null,
  ): ReportFile;
  /** A `.backtab` file, with the data that are named. */
  shareFile(shared: SharedStrategy, ids: readonly DatasetId[]): Promise<Uint8Array<ArrayBuffer>>;
  sweepFile(sweep: SweptTrials, format: 'csv' | 'arrow'): ReportFile;
  figuresFile(sections: FigureSections, format: TableFormat): ReportFile;
}
