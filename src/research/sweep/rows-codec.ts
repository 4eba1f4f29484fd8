import { METRICS } from '../../core/metric-info';
import type { Column } from '../../core/column';
import { sha256Hex } from '../../core/hash';
import type { Metrics } from '../../core/metrics';
import { BLOCK_SUMS, type TrialRows } from './trial-rows';

const DIGEST = 64;
const NUMBER = 8;

/** Rows as bytes: a SHA-256, the names of the figures, how many rows, then all columns, little-endian. */
export function encodeRows({ figures, blocks, early, sharpeError }: TrialRows): Uint8Array<ArrayBuffer> {
  const names = Object.keys(figures) as (keyof Metrics)[];
  const head = asciiBytes(JSON.stringify({ names, rows: early.length }));
  const columns = [...names.map((name) => figures[name]!), early, sharpeError];
  const out = new Uint8Array(
    DIGEST + 4 + head.length + columns.length * early.length * NUMBER + blocks.length * 4,
  );
  const view = new DataView(out.buffer);
  view.setUint32(DIGEST, head.length, true);
  out.set(head, DIGEST + 4);
  let at = DIGEST + 4 + head.length;
  for (const column of columns) {
    for (const value of column) {
      view.setFloat64(at, value, true);
      at += NUMBER;
    }
  }
  for (const value of blocks) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  out.set(asciiBytes(sha256Hex(out.subarray(DIGEST))));
  return out;
}

/** Rows of bytes; null where anything of them is damaged. */
export function decodeRows(bytes: Uint8Array): TrialRows | null {
  if (bytes.length < DIGEST + 4) return null;
  if (asciiText(bytes.subarray(0, DIGEST)) !== sha256Hex(bytes.subarray(DIGEST))) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const headLength = view.getUint32(DIGEST, true);
  let at = DIGEST + 4 + headLength;
  const head = headOf(asciiText(bytes.subarray(DIGEST + 4, at)));
  const size = head && at + (head.names.length + 2) * head.rows * NUMBER + BLOCK_SUMS * head.rows * 4;
  if (!head || size !== bytes.length) return null;
  const column = (): Column => {
    const out = new Float64Array(head.rows);
    for (let row = 0; row < head.rows; row++, at += NUMBER) out[row] = view.getFloat64(at, true);
    return out;
  };
  const figures = Object.fromEntries(head.names.map((name) => [name, column()]));
  const early = column();
  const sharpeError = column();
  const blocks = new Float32Array(BLOCK_SUMS * head.rows);
  for (let k = 0; k < blocks.length; k++, at += 4) blocks[k] = view.getFloat32(at, true);
  return { figures, early, sharpeError, blocks };
}

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const asciiText = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

interface Head {
  readonly names: readonly (keyof Metrics)[];
  readonly rows: number;
}

function headOf(text: string): Head | null {
  const head = JSON.parse(text) as Partial<Record<keyof Head, unknown>>;
  const { names, rows } = head;
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  const isKnown = (name: unknown): name is keyof Metrics => METRICS.some(({ key }) => key === name);
  if (!Array.isArray(names) || !names.every(isKnown) || !isCount(rows)) return null;
  return { names, rows };
}
