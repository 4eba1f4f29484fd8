import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import type { Job } from '../core/job';
import type { DatasetId } from '../core/nominal';
import { arrowFileParts, csvFileParts, type NamedColumn } from '../data/export/column-file';
import type { ExportDataset, ExportedFile, ExportFormat, ExportRequest } from './compute-protocol';
import { EXPORT_BYTES, exportBytes, exportParts, PART_BYTES } from './export-plan';
import type { IndicatorPool } from './indicator-pool';

const TYPES = { arrow: 'application/vnd.apache.arrow.file', csv: 'text/csv' } as const;

/** Bytes that wait in memory before the browser takes them over. */
const HELD_BYTES = 32 * 2 ** 20;

/**
 * Writes datasets with their output columns to files: one for each, or several where the columns would not
 * fit in memory together. Each file is told when it is whole and then let go.
 *
 * @param partBytes  most bytes of columns that are held at a time
 * @throws BacktabError `export_too_large` | `cancelled` | `dataset_damaged`, or the failure of a request
 */
export async function exportColumns(
  datasets: readonly ExportDataset[],
  format: ExportFormat,
  pool: IndicatorPool,
  source: (id: DatasetId) => Promise<Bars>,
  onFile: (file: ExportedFile) => unknown,
  job: Job,
  partBytes = PART_BYTES,
): Promise<void> {
  const bytes = exportBytes(datasets, format);
  if (bytes > EXPORT_BYTES) throw new BacktabError('export_too_large', { bytes, limitBytes: EXPORT_BYTES });
  const total = 2 * datasets.reduce((sum, { requests }) => sum + requests.length, 0);
  let before = 0;
  for (const dataset of datasets) {
    const { time } = await loaded(dataset, pool, source);
    const parts = exportParts(dataset, partBytes);
    for (const [k, requests] of parts.entries()) {
      const columns = await columnsOf(requests, pool, (done) => job.checkpoint(before + done, total));
      before += requests.length;
      const name = fileName(dataset, format, k, parts.length);
      const write = (share: number) => job.checkpoint(before + Math.floor(share * requests.length), total);
      await onFile({ name, content: await fileOf(dataset, time, columns, format, write) });
      before += requests.length;
    }
  }
  await job.checkpoint(total, total);
}

/** The time column is kept here; the pool's workers have copies of all. */
async function loaded(
  { id }: ExportDataset,
  pool: IndicatorPool,
  source: (id: DatasetId) => Promise<Bars>,
): Promise<{ readonly time: Column }> {
  const bars = await source(id);
  pool.load(bars);
  return { time: bars.time };
}

async function columnsOf(
  requests: readonly ExportRequest[],
  pool: IndicatorPool,
  onDone: (done: number) => Promise<void>,
): Promise<readonly NamedColumn[]> {
  const found: (readonly NamedColumn[])[] = requests.map(() => []);
  let done = 0;
  await pool.run(
    requests,
    (service, { request }) => service.columns(request),
    async (i, end) => {
      if ('failure' in end) throw end.failure;
      found[i] = (requests[i]?.columns ?? []).map((name, k) => ({ name, values: end.value[k]! }));
      await onDone(++done);
    },
  );
  return found.flat();
}

async function fileOf(
  { name, synthetic }: ExportDataset,
  time: Column,
  columns: readonly NamedColumn[],
  format: ExportFormat,
  onShare: (share: number) => Promise<void>,
): Promise<Blob> {
  const metadata = { dataset: name, ...(synthetic ? { synthetic: 'true' } : {}) };
  const parts =
    format === 'arrow' ? arrowFileParts(time, columns, metadata) : inLists(csvFileParts(time, columns));
  const whole = columns.length * time.length * (format === 'arrow' ? 8 : 19);
  const blobs: Blob[] = [];
  let written = 0;
  let held: BlobPart[] = [];
  let heldBytes = 0;
  for (const part of parts) {
    for (const piece of part) {
      held.push(piece);
      heldBytes += typeof piece === 'string' ? piece.length : piece.byteLength;
    }
    if (heldBytes >= HELD_BYTES) {
      blobs.push(new Blob(held));
      held = [];
      written += heldBytes;
      heldBytes = 0;
    }
    await onShare(Math.min(0.99, (written + heldBytes) / Math.max(1, whole)));
  }
  return new Blob([...blobs, ...held], { type: TYPES[format] });
}

function* inLists(texts: Iterable<string>): Generator<readonly string[]> {
  for (const text of texts) yield [text];
}

/** As `S&P 500, daily, indicators.arrow`, with the number of the part where there are several. */
function fileName(
  { name, synthetic }: ExportDataset,
  format: ExportFormat,
  part: number,
  parts: number,
): string {
  const words = [
    name,
    ...(synthetic && !/synthetic/i.test(name) ? ['synthetic'] : []),
    'indicators',
    ...(parts > 1 ? [`part ${part + 1} of ${parts}`] : []),
  ];
  return `${words.join(', ').replace(/[\\/:*?"<>|]/g, ' ')}.${format}`;
}
