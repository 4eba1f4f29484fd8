import sampleText from '@sp500.csv?raw';
import type { Bars } from '../core/bars';
import type { Instrument, QualityReport } from '../core/dataset';
import { intervalMsOf } from '../core/interval';
import { fingerprint } from '../core/fingerprint';
import { importCsv, type ImportedFile } from '../data/import/import-csv';
import { textSource } from '../data/import/source';
import { fileSource } from './file-source';
import { SAMPLE_FILE, describeImport } from '../data/sample/describe-import';

/** Data as a command needs it. */
export interface DataFile {
  readonly name: string;
  readonly bars: Bars;
  readonly instrument: Instrument;
  readonly report: QualityReport;
  readonly sha256: string;
  readonly imported: ImportedFile;
}

/** Duration of its bars, where they have one. */
export function intervalOf({ imported }: DataFile): { readonly intervalMs?: number } {
  const intervalMs = intervalMsOf(imported.interval);
  return intervalMs === undefined ? {} : { intervalMs };
}

/**
 * Reads data by the page's importer: a CSV file, or `sp500` for the bundled history.
 *
 * @throws BacktabError codes of `importCsv`
 */
export async function loadData(path: string): Promise<DataFile> {
  const bundled = path === 'sp500';
  const source = bundled ? textSource(SAMPLE_FILE, sampleText) : await fileSource(path);
  const imported = await importCsv(source);
  const { name, instrument, report } = describeImport(source.name, imported, bundled);
  return { name, bars: imported.bars, instrument, report, sha256: fingerprint(imported.bars), imported };
}
