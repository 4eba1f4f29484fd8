import { dependencies } from '../../../package.json';
import type { Instrument } from '../../core/dataset';
import type { ImportedFile } from '../import/import-csv';
import type { DatasetDraft } from '../store/datasets';

/** Name of the bundled file. */
export const SAMPLE_FILE = 'sp500-2000.csv';

const SAMPLE_INSTRUMENT: Instrument = {
  name: 'S&P 500',
  currency: 'USD',
  zone: 'America/New_York',
  barsPerYear: 252,
};

/**
 * What a freshly read file is stored as. A file says nothing of its instrument, so it is named by
 * the file and annualised by its own rhythm; the bundled one is known.
 *
 * @param file      name of the file
 * @param imported  what the importer made of it
 * @param bundled   whether it is the sample that comes with Backtab
 */
export function describeImport(file: string, imported: ImportedFile, bundled: boolean): DatasetDraft {
  const { interval, report, source, barsPerYear } = imported;
  if (bundled) {
    const name = `vega-datasets ${dependencies['vega-datasets']}, ${SAMPLE_FILE}`;
    const bundledSource = { ...source, kind: 'bundled' as const, name, license: 'BSD-3-Clause' };
    return { name: 'S&P 500, daily', instrument: SAMPLE_INSTRUMENT, interval, source: bundledSource, report };
  }
  const name = file.replace(/\.[^.]+$/, '') || file;
  const instrument: Instrument = { name, currency: 'USD', zone: imported.format.zone, barsPerYear };
  return { name, instrument, interval, source, report };
}
