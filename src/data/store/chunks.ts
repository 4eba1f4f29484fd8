import type { Bars } from '../../core/bars';
import { sliceBars } from '../../core/bars';
import type { ChunkEntry, DatasetManifest } from '../../core/dataset';
import { decodeBars, type Decoded } from '../arrow/decode';
import { digest } from '../arrow/digest';
import { encodeBars } from '../arrow/encode';
import type { ChunkRow } from './tables';

/** A chunk ready to be stored, with its line in the manifest. */
export interface PackedChunk {
  readonly entry: ChunkEntry;
  readonly row: ChunkRow;
}

/**
 * Packs rows `[from, to)` under a key that was never used before.
 *
 * @param dataset id of the dataset, the beginning of the key
 */
export async function packChunk(dataset: string, bars: Bars, from: number, to: number): Promise<PackedChunk> {
  const bytes = encodeBars(sliceBars(bars, from, to), { dataset });
  const key = `${dataset}/${randomName()}`;
  const entry = { key, rows: to - from, bytes: bytes.length, sha256: await digest(bytes) };
  return { entry, row: { key, bytes } };
}

/** Checks length and SHA-256 of stored bytes against the manifest, then decodes them. */
export async function unpackChunk(
  bytes: Uint8Array<ArrayBuffer> | undefined,
  entry: ChunkEntry,
  { extraColumns }: DatasetManifest,
): Promise<Decoded> {
  if (bytes === undefined) return { problem: 'it is missing' };
  if (bytes.length !== entry.bytes)
    return { problem: `it has ${bytes.length} bytes instead of ${entry.bytes}` };
  if ((await digest(bytes)) !== entry.sha256) return { problem: 'its checksum is wrong' };
  return decodeBars(bytes, { rows: entry.rows, extraColumns });
}

/** 32 random hexadecimal characters. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
