import { EARLIEST_TIME, LATEST_TIME } from '../time/civil';
import { emptyStamp, readStamp, type TimeFormat } from './stamps';

const WRITTEN: readonly TimeFormat[] = [
  { kind: 'iso' },
  { kind: 'compact' },
  { kind: 'slash' },
  { kind: 'named' },
];

/** Units of Unix time by the size of the numbers: seconds, ms, us, ns. */
const UNIX_UNITS: readonly (readonly [number, number])[] = [
  [1e11, 0.001],
  [1e14, 1],
  [1e17, 1e3],
  [Infinity, 1e6],
];

/** A format with the share of cells it reads. */
export interface FormatFit {
  readonly format: TimeFormat;
  readonly share: number;
}

/**
 * The format that reads most of the cells.
 *
 * @param cells  cells of one column, first rows
 * @param unix   whether plain numbers may be Unix time
 */
export function sniffTimeFormat(cells: readonly string[], unix: boolean): FormatFit {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const formats = unix ? [...WRITTEN, unixFormat(filled)] : WRITTEN;
  let best: FormatFit = { format: { kind: 'iso' }, share: 0 };
  for (const format of formats) {
    const share =
      filled.length === 0 ? 0 : filled.filter((cell) => reads(cell, format)).length / filled.length;
    if (share > best.share) best = { format, share };
  }
  return best;
}

function reads(cell: string, format: TimeFormat): boolean {
  const stamp = emptyStamp();
  readStamp(cell, format, stamp);
  return stamp.date >= EARLIEST_TIME && stamp.date < LATEST_TIME;
}

function unixFormat(cells: readonly string[]): TimeFormat {
  const sizes = cells.map((cell) => Math.abs(Number(cell))).filter(Number.isFinite);
  sizes.sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1] ?? 0;
  const [, unitsPerMs] = UNIX_UNITS.find(([below]) => middle < below)!;
  return { kind: 'unix', unitsPerMs };
}
