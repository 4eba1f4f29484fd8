import type { ExportDataset, ExportFormat, ExportRequest } from './compute-protocol';

/** Most bytes of columns that are held at a time; what has more is split into several files. */
export const PART_BYTES = 256 * 2 ** 20;
/** Most bytes of all files of an export. */
export const EXPORT_BYTES = 4e9;

/** Bytes of a value and of a time in a file; of CSV as measured on prices and averages of them. */
const VALUE_BYTES = { arrow: 8, csv: 19 } as const;
const TIME_BYTES = { arrow: 8, csv: 25 } as const;

const columnsOf = (requests: readonly ExportRequest[]): number =>
  requests.reduce((sum, { columns }) => sum + columns.length, 0);

/** Requests of each file in turn: as many as keep its columns under `PART_BYTES`, at least one. */
export function exportParts(
  { rows, requests }: ExportDataset,
  limit = PART_BYTES,
): readonly (readonly ExportRequest[])[] {
  const parts: ExportRequest[][] = [];
  let room = 0;
  for (const request of requests) {
    const columns = request.columns.length;
    const part = parts.at(-1);
    if (part && columns <= room) part.push(request);
    else {
      parts.push([request]);
      room = Math.floor(limit / 8 / Math.max(1, rows)) - 1;
    }
    room -= columns;
  }
  return parts;
}

/** Bytes of all files together: of Arrow but for its headers, of CSV roughly. */
export function exportBytes(datasets: readonly ExportDataset[], format: ExportFormat): number {
  return datasets.reduce((sum, dataset) => {
    const values = columnsOf(dataset.requests) * VALUE_BYTES[format];
    const times = exportParts(dataset).length * TIME_BYTES[format];
    return sum + dataset.rows * (values + times);
  }, 0);
}

/** Files that an export gives. */
export const exportFiles = (datasets: readonly ExportDataset[]): number =>
  datasets.reduce((sum, dataset) => sum + exportParts(dataset).length, 0);
