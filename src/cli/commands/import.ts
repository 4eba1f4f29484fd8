import { BacktabError } from '../../core/errors';
import { isoDate } from '../../core/time';
import { readArguments } from '../arguments';
import { loadData, type DataFile } from '../data-file';
import type { Output } from '../output';

export const IMPORT_USAGE = 'backtab import FILE… [--json]';

/** Reads files as the page would and prints their quality reports. */
export async function importFiles(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, { json: 'flag' });
  if (line.words.length === 0) throw new BacktabError('usage', { reason: `Usage: ${IMPORT_USAGE}` });
  for (const path of line.words) {
    const data = await loadData(path);
    if (line.flag('json')) output.json(asJson(path, data));
    else output.text(asText(path, data));
  }
}

const span = ({ bars }: DataFile): [string, string] => [
  isoDate(bars.time[0]!),
  isoDate(bars.time[bars.time.length - 1]!),
];

const asJson = (path: string, data: DataFile): object => {
  const [first, last] = span(data);
  const { interval, format } = data;
  return { file: path, dataHash: data.sha256, interval, format, first, last, report: data.report };
};

function asText(path: string, data: DataFile): string {
  const [first, last] = span(data);
  const { rowsKept, rowsRead, notes, rejected } = data.report;
  return [
    `${path}: kept ${rowsKept} of ${rowsRead} rows, ${first} to ${last}, interval ${data.interval}`,
    `Fingerprint ${data.sha256}`,
    ...notes.map(
      (note) =>
        `${note.level === 'ok' ? 'ok     ' : note.level.padEnd(7)} ${note.title}: ${note.count}. ${note.detail}`,
    ),
    ...rejected.map((row) => `line ${row.line}: ${row.reason}`),
    '',
  ].join('\n');
}
