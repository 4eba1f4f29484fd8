import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunResult } from '../core/run';
import { isoInstant } from '../core/time';
import { encodeSeries } from '../data/arrow/encode-series';
import { tableCsv } from '../data/export/csv';
import { recordArrow, recordCsv, recordObjects } from '../data/export/record-table';
import { runTables } from '../data/export/run-tables';

/**
 * Writes a run into a folder: equity per bar, trades, orders, their events and fills, each as CSV, Arrow and JSON, and
 * the document of `--json` as `run.json`. The folder is made where there is none.
 *
 * @param instruments  names of the instruments where there are several, for a column of them
 */
export async function writeRunFiles(
  folder: string,
  result: RunResult,
  document: object,
  instruments: readonly string[] | null = null,
): Promise<void> {
  const { series } = result;
  const names = Object.keys(series).filter((name) => name !== 'time');
  const columns = Object.values(series).slice(1);
  const rows = Array.from(series.time, (time, i) => [
    isoInstant(time),
    ...columns.map((column) => column[i]!),
  ]);
  const header = ['time', ...names];
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, c) => [header[c], cell])));
  const files: (readonly [string, string | Uint8Array])[] = [
    ['equity.csv', tableCsv(header, rows)],
    ['equity.arrow', encodeSeries({ ...series })],
    ['equity.json', JSON.stringify(objects)],
    ['run.json', JSON.stringify(document)],
  ];
  for (const table of runTables(result, instruments)) {
    files.push(
      [`${table.name}.csv`, recordCsv(table)],
      [`${table.name}.arrow`, recordArrow(table)],
      [`${table.name}.json`, JSON.stringify(recordObjects(table))],
    );
  }
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)));
}
