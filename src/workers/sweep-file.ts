import { encodeSeries } from '../data/arrow/encode-series';
import { seriesCsv } from '../data/export/series-csv';
import type { SweepOutcome } from '../research/outcome';
import { trialColumns } from '../research/sweep/trial-columns';
import type { ReportFile } from './report-protocol';

/** What the file of a sweep is made from. */
export type SweptTrials = Pick<SweepOutcome, 'axes' | 'objectives' | 'trials'>;

/** All settings of a sweep as a file, one row each, as `backtab sweep --out` writes it. */
export function sweepFile(sweep: SweptTrials, format: 'csv' | 'arrow'): ReportFile {
  const columns = trialColumns(sweep);
  return format === 'csv'
    ? { name: 'sweep.csv', type: 'text/csv', content: seriesCsv(columns) }
    : { name: 'sweep.arrow', type: 'application/vnd.apache.arrow.file', content: encodeSeries(columns) };
}
