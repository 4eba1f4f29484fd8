import type { Column } from '../../core/column';
import { UNWATCHED, type Job } from '../../core/job';
import { RowDraw } from '../../metrics/resample-rows';

/** Writes the rows of resample `path` into `out`. */
export type RowSource = (path: number, out: Uint32Array) => void;

/** Rows of the stationary bootstrap (Philox streams, one a path). */
export function stationaryRows(meanBlock: number, seed: number): RowSource {
  const draw = new RowDraw(meanBlock, seed);
  return (path, out) => draw.draw(path, out);
}

/** Products between two checkpoints. */
const WORK = 20_000_000;

/**
 * Means of columns over resampled rows, the same rows for all columns.
 *
 * @param columns    `f64[n]` each
 * @param rows       of each resample
 * @param resamples  how many
 * @param visit      called with the means of each resample; the array is reused
 * @param job        told of progress in resamples
 *
 * @throws BacktabError `cancelled`
 */
export async function resampledMeans(
  columns: readonly Column[],
  rows: RowSource,
  resamples: number,
  visit: (means: Column) => void,
  job: Job = UNWATCHED,
): Promise<void> {
  const count = columns[0]?.length ?? 0;
  const drawn = new Uint32Array(count);
  const times: Column = new Float64Array(count);
  const means: Column = new Float64Array(columns.length);
  const step = Math.max(1, Math.floor(WORK / Math.max(1, count * columns.length)));
  for (let path = 0; path < resamples; path++) {
    if (path % step === 0) await job.checkpoint(path, resamples);
    rows(path, drawn);
    times.fill(0);
    for (let i = 0; i < count; i++) times[drawn[i]!]! += 1;
    for (let c = 0; c < columns.length; c++) means[c] = dot(columns[c]!, times) / count;
    visit(means);
  }
  await job.checkpoint(resamples, resamples);
}

function dot(a: Column, b: Column): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
