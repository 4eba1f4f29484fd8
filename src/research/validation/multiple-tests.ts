import type { Column } from '../../core/column';
import { UNWATCHED, type Job } from '../../core/job';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import { contestOf } from './contest';
import type { ContestSetup } from './contest-setup';
import { falseDiscoveries } from './false-discoveries';
import type { ValidationOptions } from './options';
import { RealityCheck, realityCheck, realityCheckTopic } from './reality-check';
import { resampledMeans, stationaryRows } from './resampled-means';
import { notRun, tooFew, type ValidationResult } from './shape';
import { Stages } from './stages';
import { StepDown, stepDown, stepDownTopic } from './step-down';
import { SuperiorAbility, superiorAbility, superiorAbilityTopic } from './superior-ability';
import { blockSums, type TrialBook } from './trial-book';
import { sampleOf, type Trials } from './trials';

/** Share of the work that finding the errors is, roughly. */
const ERRORS_SHARE = 0.4;

/** Fewest rows that are resampled. */
export const CONTEST_ROWS = 60;

/**
 * The tests that correct for many settings: reality check, superior ability and step-down on the same resamples of the
 * returns, and false discovery rate.
 *
 * @param holding  `f64[n - 1]`, returns of holding
 *
 * @throws BacktabError `cancelled`
 */
export async function multipleTests(
  trials: Trials,
  holding: Column,
  { seed, resamples, benchmark }: ValidationOptions,
  job: Job = UNWATCHED,
): Promise<readonly ValidationResult[]> {
  const { book, best, profiles } = trials;
  const discoveries = falseDiscoveries(Float64Array.from(profiles, luckChance), best);
  if (book.blocks < CONTEST_ROWS) {
    const reason = tooFew(CONTEST_ROWS, 'rows to draw from', book.blocks);
    const topics = [realityCheckTopic, superiorAbilityTopic, stepDownTopic];
    return [...topics.map((topic) => notRun(topic(benchmark), reason)), discoveries];
  }
  const stages = new Stages(job, [ERRORS_SHARE, 1 - ERRORS_SHARE]);
  const columns = excess(book, benchmark === 'holding' ? blockSums(holding, book.width) : null);
  const contest = await contestOf(columns, stages.next());
  const check = new RealityCheck(contest);
  const superior = new SuperiorAbility(contest);
  const steps = new StepDown(contest);
  const rows = stationaryRows(contest.meanBlock, seed);
  const visit = (means: Column): void => {
    check.visit(means);
    superior.visit(means);
    steps.visit(means);
  };
  await resampledMeans(contest.columns, rows, resamples, visit, stages.next());
  const setup: ContestSetup = { benchmark, resamples, width: book.width };
  return [
    realityCheck(check.chance, contest, setup),
    superiorAbility(superior.chances, contest, setup),
    stepDown(steps.chances, best, contest, setup),
    discoveries,
  ];
}

/** Block returns of each trial less those of the benchmark. */
function excess(book: TrialBook, benchmark: Column | null): readonly Column[] {
  return Array.from({ length: book.trials }, (_, trial) => {
    const column = book.series(trial);
    if (benchmark) for (let i = 0; i < column.length; i++) column[i]! -= benchmark[i]!;
    return column;
  });
}

/** Chance of a Sharpe ratio as high without an edge; 1 without movement. */
function luckChance(profile: Trials['profiles'][number]): number {
  const sample = sampleOf(profile);
  return sample ? 1 - probabilisticSharpe(sample, 0) : 1;
}
