import type { Job } from '../core/job';

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
