import type { DatasetManifest } from '../../core/dataset';
import type { MonteCarloOutcome } from '../../research/monte-carlo/outcome';
import type { SweepOutcome } from '../../research/outcome';
import * as data from '../../workers/data.client';
import { fanTable } from '../../workers/futures-protocol';
import type { BacktestAnswer } from '../../workers/protocol';
import type { ReportFile, RunTable, TableFormat } from '../../workers/report-protocol';

/** Offers bytes as a download. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Offers a file as a download. */
export const save = ({ name, type, content }: ReportFile): void => download(name, type, content);

/** Saves one table of a run. */
export async function exportTable(
  answer: BacktestAnswer,
  table: RunTable,
  format: TableFormat,
): Promise<void> {
  const names = answer.portfolio?.instruments.map(({ alias }) => alias) ?? null;
  save(await data.runFile(answer.outcome.result, table, format, names));
}

/** Saves all settings of a sweep with their figures. */
export async function exportSweep(sweep: SweepOutcome, format: 'csv' | 'arrow'): Promise<void> {
  save(await data.sweepFile(sweep, format));
}

export async function exportFuturesCsv({ fan }: MonteCarloOutcome): Promise<void> {
  const { heads, rows } = fanTable(fan);
  download('futures.csv', 'text/csv', await data.tableToCsv(heads, rows));
}

export async function exportBarsCsv(manifest: DatasetManifest): Promise<void> {
  download(`${manifest.name}.csv`, 'text/csv', await data.datasetToCsv(manifest.id));
}
