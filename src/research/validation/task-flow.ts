import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import type { PathRange } from './tasks';

/**
 * Starts pieces of work, `depth` at once at most, and takes their answers in order, so that what comes of them does not
 * depend on who was done first.
 *
 * @param starts  one a piece
 * @param take    called with each answer, in order
 * @param job     told of the pieces that were taken
 *
 * @throws BacktabError `cancelled`, what a piece throws
 */
export async function inOrder<T>(
  starts: readonly (() => Promise<T>)[],
  depth: number,
  job: Job,
  take: (answer: T, place: number) => void,
): Promise<void> {
  const flying: Promise<T>[] = [];
  let begun = 0;
  for (let k = 0; k < starts.length; k++) {
    await job.checkpoint(k, starts.length);
    for (; begun < starts.length && begun < k + depth; begun++) {
      const piece = starts[begun]!();
      piece.catch(() => undefined); // it is awaited in its turn, or nobody waits for it any more
      flying.push(piece);
    }
    take(await flying.shift()!, k);
  }
  await job.checkpoint(starts.length, starts.length);
}

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
