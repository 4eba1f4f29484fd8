import type { Column } from '../../core/column';
import type { CurveProfile } from '../cell-run';
import type { SweepCell } from '../outcome';
import type { TrialRun } from './trial-run';

/** How the returns of a run are made small. */
export interface Compaction {
  /** Rows of a block, 1 or more; the last block may have fewer. */
  readonly width: number;
  /** Rows at which a test of the splits may begin or end, ascending; only trades across one of them are kept. */
  readonly edges: readonly number[];
}

/** A run as a book keeps it: running sums instead of returns. Plain values that can cross a worker. */
export interface CompactRun {
  readonly metrics: SweepCell['metrics'];
  readonly profile: CurveProfile;
  /** `f64[blocks + 1]`, sum of the returns up to the end of each block, and of their squares; 0 first. */
  readonly sums: Column;
  readonly squares: Column;
  /** First and last row of returns of each trade that crosses an edge, by turns, in order of entry. */
  readonly spans: Int32Array<ArrayBuffer>;
}

/** Blocks that so many rows make. */
export const blocksOf = (rows: number, width: number): number => Math.ceil(rows / width);

/** Running sums of a column over blocks, and of its squares. A value that is not finite (the account was ruined) counts as 0. */
export function runningSums(
  returns: Column,
  width: number,
): { readonly sums: Column; readonly squares: Column } {
  const rows = returns.length;
  const sums: Column = new Float64Array(blocksOf(rows, width) + 1);
  const squares: Column = new Float64Array(sums.length);
  let sum = 0;
  let square = 0;
  for (let i = 0; i < rows; i++) {
    const value = Number.isFinite(returns[i]) ? returns[i]! : 0;
    sum += value;
    square += value * value;
    if ((i + 1) % width !== 0 && i + 1 < rows) continue;
    const block = Math.floor(i / width) + 1;
    sums[block] = sum;
    squares[block] = square;
  }
  return { sums, squares };
}

/** Makes a run small. Trades that cross no edge cannot reach into a test from outside, so that no purge needs them. */
export function compactRun(
  { metrics, profile, returns, spans }: TrialRun,
  { width, edges }: Compaction,
): CompactRun {
  return { metrics, profile, ...runningSums(returns, width), spans: crossing(spans, edges) };
}

/** The spans that begin before an edge and end at it or later. */
function crossing(spans: Int32Array, edges: readonly number[]): Int32Array<ArrayBuffer> {
  const kept: number[] = [];
  for (let k = 0; k < spans.length; k += 2) {
    const [first, last] = [spans[k]!, spans[k + 1]!];
    if (edges.some((edge) => first < edge && last >= edge)) kept.push(first, last);
  }
  return Int32Array.from(kept);
}
