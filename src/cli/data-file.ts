import sampleText from '@sp500.csv?raw';
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Bars } from '../core/bars';
import type { Instrument, QualityReport } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { fingerprint } from '../core/fingerprint';
import { importCsv, type ImportedFile } from '../data/import/import-csv';
import { textSource, type ByteSource } from '../data/import/source';
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

async function fileSource(path: string): Promise<ByteSource> {
  try {
    const { size } = await stat(path);
    const blob = await openAsBlob(path);
    return { name: basename(path), size, stream: () => blob.stream() };
  } catch (e) {
    const reason =
      e instanceof Error && 'code' in e && e.code === 'ENOENT' ? 'there is no such file' : String(e);
    throw new BacktabError('file_not_readable', { file: path, reason }, { cause: e });
  }
}
