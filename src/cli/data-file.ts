import sampleText from '@sp500.csv?raw';
import { barCount, type Bars } from '../core/bars';
import type { DataSource, Instrument, Interval, QualityReport } from '../core/dataset';
import { fingerprint } from '../core/fingerprint';
import { importCsv, type ImportedFile } from '../data/import/import-csv';
import { textSource } from '../data/import/source';
import { SAMPLE_FILE, describeImport } from '../data/sample/describe-import';
import { describeSynthetic } from '../data/sample/describe-synthetic';
import { syntheticBars } from '../data/sample/synthetic';
import type { KnownDataset } from '../research/share-data';
import { fileSource } from './file-source';

/** Data as a command needs it. */
export interface DataFile {
  readonly name: string;
  readonly bars: Bars;
  readonly instrument: Instrument;
  readonly interval: Interval;
  readonly source: DataSource;
  readonly report: QualityReport;
  readonly sha256: string;
  /** How the file was read; null where the bars were generated. */
  readonly format: ImportedFile['format'] | null;
}

/**
 * Reads data by the page's importer: a CSV file, `sp500` for the bundled history, or `synthetic:SEED` for the page's
 * generated bars.
 *
 * @throws BacktabError codes of `importCsv`, `parameter_out_of_range` for a seed
 */
export async function loadData(path: string): Promise<DataFile> {
  const [, seed] = /^synthetic:(\d{1,15})$/.exec(path) ?? [];
  if (seed !== undefined) {
    const bars = syntheticBars({ seed: Number(seed) });
    return { ...describeSynthetic(bars, Number(seed)), bars, sha256: fingerprint(bars), format: null };
  }
  const bundled = path === 'sp500';
  const source = bundled ? textSource(SAMPLE_FILE, sampleText) : await fileSource(path);
  const { bars, format, ...imported } = await importCsv(source);
  const described = describeImport(source.name, { bars, format, ...imported }, bundled);
  return { ...described, bars, sha256: fingerprint(bars), format };
}

/** What a shared run tells of the data. */
export const knownOf = ({ sha256, name, interval, source, instrument, bars }: DataFile): KnownDataset => ({
  sha256,
  name,
  rows: barCount(bars),
  interval,
  firstTime: bars.time[0] ?? 0,
  lastTime: bars.time[barCount(bars) - 1] ?? 0,
  source,
  instrument,
});
