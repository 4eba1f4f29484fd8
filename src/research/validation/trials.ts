import type { Job } from '../../core/job';
import type { SharpeSample } from '../../metrics/sharpe-error';
import type { CurveProfile } from '../cell-run';
import type { SweepCell } from '../outcome';
import { TrialBook } from './trial-book';
import type { TrialRunner } from './trial-run';

const CELLS_PER_CHUNK = 16;

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
 * @param rows  returns of a run
 * @param job   told of progress between chunks of 16 settings
 *
 * @throws BacktabError `cancelled`, what the runner throws
 */
export async function recordTrials(
  cells: readonly (readonly number[])[],
  rows: number,
  runner: TrialRunner,
  job: Job,
): Promise<Trials> {
  const book = new TrialBook(rows, cells.length);
  const metrics: SweepCell['metrics'][] = [];
  const profiles: CurveProfile[] = [];
  for (let from = 0; from < cells.length; from += CELLS_PER_CHUNK) {
    await job.checkpoint(from, cells.length);
    for (const run of await runner(cells.slice(from, from + CELLS_PER_CHUNK))) {
      book.add(run);
      metrics.push(run.metrics);
      profiles.push(run.profile);
    }
  }
  await job.checkpoint(cells.length, cells.length);
  return { cells, metrics, profiles, book, best: bestProfile(profiles) };
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
