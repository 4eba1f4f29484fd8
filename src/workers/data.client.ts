import * as Comlink from 'comlink';
import sampleUrl from '@sp500.csv?url';
import type { Bars } from '../core/bars';
import type { DatasetManifest, SyntheticKind } from '../core/dataset';
import type { DatasetId } from '../core/nominal';
import type { SharedStrategy } from '../core/share';
import { SAMPLE_FILE } from '../data/sample/describe-import';
import { door, installErrorTransfer } from './boundary';
import type { DataService } from './data-service';
import { parseFile } from './import.client';
import type {
  DatasetEntry,
  NewDataset,
  OnProgress,
  StorageUsage,
  StoredRun,
  StoredScript,
  Task,
} from './protocol';
import type { FigureSections, ReportFile, RunTable, TableFormat } from './report-protocol';
import type { RunTables } from './run-file';
import type { SweptTrials } from './sweep-file';
import { startTask } from './task';
import { barBuffers } from './transfer';

installErrorTransfer();

const store = door<DataService>(
  'data',
  () => new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module', name: 'data' }),
);

/** The datasets of this device, oldest first. */
export const listDatasets = (): Promise<readonly DatasetEntry[]> => store.call((s) => s.list());

/**
 * A dataset's bars, lengths and checksums verified.
 *
 * @throws BacktabError `dataset_missing` | `dataset_damaged`
 */
export const readDataset = (id: DatasetId): Promise<Bars> => store.call((s) => s.read(id));

/** Reads a file in a worker of its own and stores what it holds. Units of progress are bytes. */
export const importFile = (file: File, onProgress?: OnProgress): Task<DatasetManifest> =>
  storeFile(file, false, onProgress);

function storeFile(file: File, bundled: boolean, onProgress?: OnProgress): Task<DatasetManifest> {
  const parsing = parseFile(file, bundled, onProgress);
  let storing: Task<DatasetManifest> | undefined;
  const done = parsing.done.then(({ dataset, bars }) => {
    storing = startTask(store, (s, job, tell) =>
      s.put(dataset, Comlink.transfer(bars, barBuffers(bars)), job, tell),
    );
    return storing.done;
  });
  return {
    done,
    cancel() {
      parsing.cancel();
      storing?.cancel();
    },
  };
}

/** Imports the bundled S&P 500 history by the same way as any file. */
export function importSample(): Task<DatasetManifest> {
  let task: Task<DatasetManifest> | undefined;
  const load = async (): Promise<DatasetManifest> => {
    const response = await fetch(sampleUrl);
    const file = new File([await response.blob()], SAMPLE_FILE);
    task = storeFile(file, true);
    return task.done;
  };
  return { done: load(), cancel: () => task?.cancel() };
}

/**
 * Makes and stores seeded bars, marked synthetic: intraday ones, or a daily pair of which it gives the first.
 *
 * @param seed  of intraday bars; null for the one that the page offers
 */
export const importSynthetic = (
  kind: SyntheticKind,
  seed: number | null,
  onProgress?: OnProgress,
): Task<DatasetManifest> =>
  startTask(store, (s, job, tell) => s.putSynthetic(kind, seed, job, tell), onProgress);

/** Stores bars that came with a shared run; they are handed over as a copy. */
export const storeDataset = (dataset: NewDataset, bars: Bars): Promise<DatasetManifest> =>
  startTask(store, (s, job, tell) => s.put(dataset, bars, job, tell)).done;

/** Stores the first rows of a dataset as another. */
export const copyHead = (id: DatasetId, rows: number, name: string): Promise<DatasetManifest> =>
  store.call((s) => s.copyHead(id, rows, name));

/** Appends bars; a dataset is seen with all of them or none. */
export const appendBars = (id: DatasetId, bars: Bars): Promise<DatasetManifest> =>
  store.call((s) => s.append(id, bars));

/** Takes a dataset away; `restoreDataset` brings it back until the store is next opened. */
export const removeDataset = (id: DatasetId): Promise<void> => store.call((s) => s.remove(id));

export const restoreDataset = (id: DatasetId): Promise<void> => store.call((s) => s.restore(id));

export const renameDataset = (id: DatasetId, name: string): Promise<void> =>
  store.call((s) => s.rename(id, name));

export const storageUsage = (): Promise<StorageUsage> => store.call((s) => s.usage());

/** Asks the browser to keep the data for good; `navigator.storage.persist` asks the user where it must. */
export async function persistStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** The scripts of this device; on a first visit the built-in ones. */
export const listScripts = (): Promise<readonly StoredScript[]> => store.call((s) => s.scripts());

export const saveScript = (script: StoredScript): Promise<void> => store.call((s) => s.saveScript(script));

export const removeScript = (id: string): Promise<void> => store.call((s) => s.removeScript(id));

/** Runs of a script, newest first. */
export const listRuns = (script: string): Promise<readonly StoredRun[]> => store.call((s) => s.runs(script));

export const saveRun = (run: StoredRun): Promise<void> => store.call((s) => s.saveRun(run));

export const loadSetting = (key: string): Promise<string | null> => store.call((s) => s.setting(key));

export const saveSetting = (key: string, value: string): Promise<void> =>
  store.call((s) => s.saveSetting(key, value));

export const datasetToCsv = (id: DatasetId): Promise<string> => store.call((s) => s.barsToCsv(id));

/** A table as CSV for spreadsheets: cells that would be formulas are neutralised. */
export const tableToCsv = (
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<string> => store.call((s) => s.tableToCsv(header, rows));

/**
 * One table of a run as a file.
 *
 * @param instruments  names of the instruments where there are several, for a column of them
 */
export const runFile = (
  { trades, orders, fills, series }: RunTables,
  table: RunTable,
  format: TableFormat,
  instruments: readonly string[] | null,
): Promise<ReportFile> =>
  store.call((s) => s.runFile({ trades, orders, fills, series }, table, format, instruments));

/** All settings of a sweep with their figures as a file. */
export const sweepFile = (
  { axes, objectives, trials }: SweptTrials,
  format: 'csv' | 'arrow',
): Promise<ReportFile> => store.call((s) => s.sweepFile({ axes, objectives, trials }, format));

/** The figures of a report as a file. */
export const figuresFile = (
  { groups, trades, tradingView }: FigureSections,
  format: TableFormat,
): Promise<ReportFile> => store.call((s) => s.figuresFile({ groups, trades, tradingView }, format));

/** A `.backtab` file of a run, with the data that are named. */
export const shareFile = (
  shared: SharedStrategy,
  ids: readonly DatasetId[],
): Promise<Uint8Array<ArrayBuffer>> => store.call((s) => s.shareFile(shared, ids));
