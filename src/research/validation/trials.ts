import type { Job } from '../../core/job';
import type { SharpeSample } from '../../metrics/sharpe-error';
import type { CurveProfile } from '../cell-run';
import type { SweepCell } from '../outcome';
import { GROUPS } from './combinatorial';
import { FOLDS } from './k-fold';
import { parts } from './purge';
import { inOrder } from '../in-order';
import { TrialBook } from './trial-book';
import type { TaskRunner } from './tasks';

/** Settings of a piece of work at most, and bars in them. */
const PIECE_CELLS = 16;
const PIECE_BARS = 400_000;

/** All settings of a grid, run. Rows are those of `cells`. */
export interface Trials {
  readonly cells: readonly (readonly number[])[];
  readonly metrics: readonly SweepCell['metrics'][];
  readonly profiles: readonly CurveProfile[];
  readonly book: TrialBook;
  /** The setting with the highest Sharpe ratio, the first of equals; 0 when none moved. */
  readonly best: number;
}

/**
 * Runs settings and keeps what validation needs of them.
 *
 * @param rows    returns of a run
 * @param runner  answers `trials`
 * @param job     told of progress in pieces
 *
 * @throws BacktabError `cancelled`, what the runs throw
 */
export async function recordTrials(
  cells: readonly (readonly number[])[],
  rows: number,
  runner: TaskRunner,
  job: Job,
): Promise<Trials> {
  const book = new TrialBook(rows, cells.length);
  const metrics: SweepCell['metrics'][] = [];
  const profiles: CurveProfile[] = [];
  const step = Math.max(1, Math.min(PIECE_CELLS, Math.floor(PIECE_BARS / Math.max(1, rows))));
  const compaction = { width: book.width, edges: splitEdges(book) };
  const starts = Array.from(
    { length: Math.ceil(cells.length / step) },
    (_, k) => () => runner.run('trials', { ...compaction, cells: cells.slice(k * step, (k + 1) * step) }),
  );
  await inOrder(starts, runner.depth, job, (runs) => {
    for (const run of runs) {
      book.add(run);
      metrics.push(run.metrics);
      profiles.push(run.profile);
    }
  });
  return { cells, metrics, profiles, book, best: bestProfile(profiles) };
}

/** Rows at which a test of the cross-validations begins or ends. */
function splitEdges(book: TrialBook): readonly number[] {
  const edges = [FOLDS, GROUPS].flatMap((count) =>
    parts(book.blocks, count).map(({ from }) => book.rowAt(from)),
  );
  return [...new Set(edges)].filter((edge) => edge > 0).toSorted((a, b) => a - b);
}

function bestProfile(profiles: readonly CurveProfile[]): number {
  let best = 0;
  let highest = -Infinity;
  profiles.forEach((profile, k) => {
    const sharpe = sampleOf(profile)?.sharpe ?? -Infinity;
    if (sharpe > highest) [best, highest] = [k, sharpe];
  });
  return best;
}

/** The Sharpe ratio per bar of a run with its moments; null when its equity never moved or was lost. */
export const sampleOf = ({ moments }: Pick<CurveProfile, 'moments'>): SharpeSample | null =>
  moments.deviation > 0 ? { ...moments, sharpe: moments.mean / moments.deviation } : null;

/** Sample standard deviation over the settings of the Sharpe ratio per bar, 0 for one that never moved; null for one. */
export function sharpeDeviation(profiles: readonly CurveProfile[]): number | null {
  const scores = profiles.map((profile) => sampleOf(profile)?.sharpe ?? 0);
  if (scores.length < 2) return null;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1));
}
