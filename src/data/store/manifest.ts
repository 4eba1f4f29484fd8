import * as v from 'valibot';
import type { DatasetManifest } from '../../core/dataset';
import { sha256Hex } from '../../core/hash';
import type { ManifestRow } from './tables';

/** The members that reading relies on; the seal stands for the rest. */
const Shape = v.looseObject({
  id: v.string(),
  name: v.string(),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  extraColumns: v.array(v.string()),
  chunks: v.array(v.object({ key: v.string(), rows: v.number(), bytes: v.number(), sha256: v.string() })),
});

/** A manifest as the row to store. */
export function sealManifest(manifest: DatasetManifest): ManifestRow {
  const text = JSON.stringify(manifest);
  return {
    id: manifest.id,
    text,
    seal: sha256Hex(new TextEncoder().encode(text)),
    deletedAt: null,
    damage: null,
  };
}

/** The manifest of a row, or null when it is not the one that was stored. */
export function openManifest(row: ManifestRow): DatasetManifest | null {
  if (typeof row.text !== 'string') return null;
  if (sha256Hex(new TextEncoder().encode(row.text)) !== row.seal) return null;
  try {
    const parsed: unknown = JSON.parse(row.text);
    return v.is(Shape, parsed) && parsed.id === row.id ? (parsed as unknown as DatasetManifest) : null;
  } catch {
    return null;
  }
}
