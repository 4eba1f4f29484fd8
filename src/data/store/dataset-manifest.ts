import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { ChunkEntry, DatasetManifest } from '../../core/dataset';
import { fingerprint } from '../../core/fingerprint';
import type { DatasetId } from '../../core/nominal';
import type { Merged } from '../bars/merge';
import type { DatasetDraft, DatasetListing } from './datasets';
import { openManifest } from './manifest';
import type { ManifestRow } from './tables';

/** The manifest of a new dataset. */
export function manifestOf(
  id: DatasetId,
  draft: DatasetDraft,
  bars: Bars,
  chunks: readonly ChunkEntry[],
  now: number,
): DatasetManifest {
  const { name, instrument, interval, source, report } = draft;
  return {
    id,
    name,
    instrument,
    interval,
    source,
    report,
    ...extentOf(bars, chunks),
    extraColumns: Object.keys(bars.extra),
    createdAt: now,
    updatedAt: now,
  };
}

/** The manifest after bars were merged in; rows named by the report keep pointing at the same bars. */
export function appended(
  manifest: DatasetManifest,
  merged: Merged,
  chunks: readonly ChunkEntry[],
  now: number,
): DatasetManifest {
  const notes = manifest.report.notes.map((note) => ({ ...note, rows: note.rows.map(merged.moved) }));
  return {
    ...manifest,
    ...extentOf(merged.bars, chunks),
    report: { ...manifest.report, notes },
    updatedAt: Math.max(now, manifest.updatedAt + 1),
  };
}

/** A stored row as it is listed. */
export function listingOf(row: ManifestRow): DatasetListing {
  const manifest = openManifest(row);
  const damage = manifest === null ? 'its description was changed' : row.damage;
  return { id: row.id as DatasetId, manifest, damage };
}

/** Rows of chunks. */
export const sumRows = (chunks: readonly ChunkEntry[]): number => chunks.reduce((n, { rows }) => n + rows, 0);

/** A table without rows. */
export function emptyBars(extraColumns: readonly string[]): Bars {
  const none = (): Column => new Float64Array(0);
  return {
    time: none(),
    open: none(),
    high: none(),
    low: none(),
    close: none(),
    volume: none(),
    extra: Object.fromEntries(extraColumns.map((name) => [name, none()])),
  };
}

/** Bytes of the values of a table. */
export const bytesOf = (bars: Bars): number =>
  8 * bars.time.length * (BAR_COLUMNS.length + Object.keys(bars.extra).length);

function extentOf(
  bars: Bars,
  chunks: readonly ChunkEntry[],
): Pick<DatasetManifest, 'rows' | 'firstTime' | 'lastTime' | 'sha256' | 'chunks' | 'bytes'> {
  const rows = bars.time.length;
  return {
    rows,
    firstTime: bars.time[0] ?? 0,
    lastTime: bars.time[rows - 1] ?? 0,
    sha256: fingerprint(bars),
    chunks,
    bytes: chunks.reduce((n, { bytes }) => n + bytes, 0),
  };
}
