import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import { inOrder } from '../in-order';
import type { PathRange } from './tasks';

/** Figures of the paths `[from, to)` of a range. */
export type PathFigures = (range: PathRange) => Promise<Column>;

/**
 * A figure of each path, made a few paths at a time.
 *
 * @param draws  paths
 * @param step   paths of a piece, 1 or more; it decides nothing but how often the job is told
 * @returns      `f64[draws]`
 */
export async function figuresOfPaths(
  figures: PathFigures,
  { seed, draws }: { readonly seed: number; readonly draws: number },
  { depth, step }: { readonly depth: number; readonly step: number },
  job: Job,
): Promise<Column> {
  const out: Column = new Float64Array(draws);
  const starts = Array.from({ length: Math.ceil(draws / step) }, (_, k) => {
    const from = k * step;
    return () => figures({ seed, from, to: Math.min(draws, from + step) });
  });
  await inOrder(starts, depth, job, (answer, k) => out.set(answer, k * step));
  return out;
}
