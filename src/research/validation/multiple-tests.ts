import type { Column } from '../../core/column';
import { UNWATCHED, type Job } from '../../core/job';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import { contestBlock, contestOf } from './contest';
import type { ContestSetup } from './contest-setup';
import { falseDiscoveries } from './false-discoveries';
import type { ValidationOptions } from './options';
import { RealityCheck, realityCheck, realityCheckTopic } from './reality-check';
import { notRun, tooFew, type ValidationResult } from './shape';
import { Stages } from '../stages';
import { StepDown, stepDown, stepDownTopic } from './step-down';
import { SuperiorAbility, superiorAbility, superiorAbilityTopic } from './superior-ability';
import { inOrder } from '../in-order';
import type { TaskRunner } from './tasks';
import { blockSums, type TrialBook } from './trial-book';
import { sampleOf, type Trials } from './trials';

/** Share of the work that finding the errors is, roughly. */
const ERRORS_SHARE = 0.4;

/** Fewest rows that are resampled. */
export const CONTEST_ROWS = 60;

/** Values of columns that go to a worker at once, columns at most, and products of a piece. */
const PIECE_VALUES = 500_000;
const PIECE_COLUMNS = 32;
const PIECE_PRODUCTS = 200_000_000;
/** Means of resamples that are held at once: 16 MB. */
const MOST_MEANS = 2_000_000;

/**
 * The tests that correct for many settings: reality check, superior ability and step-down on the same resamples of the
 * returns, and false discovery rate.
 *
 * @param holding  `f64[n - 1]`, returns of holding
 * @param runner   answers `errors` and `means`
 *
 * @throws BacktabError `cancelled`
 */
export async function multipleTests(
  trials: Trials,
  holding: Column,
  { seed, resamples, benchmark }: ValidationOptions,
  runner: TaskRunner,
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
  const meanBlock = contestBlock(columns);
  const parts = columnParts(columns);
  const errors: Column = new Float64Array(columns.length);
  await inOrder(
    parts.map((part) => () => runner.run('errors', { columns: part.columns, meanBlock })),
    runner.depth,
    stages.next(),
    (answer, k) => errors.set(answer, parts[k]!.from),
  );
  const contest = contestOf(columns, meanBlock, errors);
  const check = new RealityCheck(contest);
  const superior = new SuperiorAbility(contest);
  const steps = new StepDown(contest);
  await visitMeans(parts, { seed, meanBlock, resamples }, runner, stages.next(), (means) => {
    check.visit(means);
    superior.visit(means);
    steps.visit(means);
  });
  const setup: ContestSetup = { benchmark, resamples, width: book.width };
  return [
    realityCheck(check.chance, contest, setup),
    superiorAbility(superior.chances, contest, setup),
    stepDown(steps.chances, best, contest, setup),
    discoveries,
  ];
}

/** Columns that go to a worker together. */
interface ColumnPart {
  /** Place of the first of them among all. */
  readonly from: number;
  readonly columns: readonly Column[];
}

function columnParts(columns: readonly Column[]): readonly ColumnPart[] {
  const rows = columns[0]?.length ?? 1;
  const step = Math.max(1, Math.min(PIECE_COLUMNS, Math.floor(PIECE_VALUES / rows)));
  return Array.from({ length: Math.ceil(columns.length / step) }, (_, k) => ({
    from: k * step,
    columns: columns.slice(k * step, (k + 1) * step),
  }));
}

/** Visits the means of each resample, in order: so many resamples at a time that their means fit in `MOST_MEANS`. */
async function visitMeans(
  parts: readonly ColumnPart[],
  { seed, meanBlock, resamples }: { seed: number; meanBlock: number; resamples: number },
  runner: TaskRunner,
  job: Job,
  visit: (means: Column) => void,
): Promise<void> {
  const trials = parts.reduce((sum, { columns }) => sum + columns.length, 0);
  const [first] = parts;
  const size = first ? first.columns.length * first.columns[0]!.length : 1;
  const together = Math.min(resamples, MOST_MEANS / trials, PIECE_PRODUCTS / size);
  const step = Math.max(4, 4 * Math.floor(together / 4));
  const pieces = Array.from({ length: Math.ceil(resamples / step) }, (_, k) => k * step).flatMap((from) =>
    parts.map((part) => ({ part, from, to: Math.min(resamples, from + step) })),
  );
  const means: Column = new Float64Array(step * trials);
  const starts = pieces.map(
    ({ part: { columns }, from, to }) =>
      () =>
        runner.run('means', { columns, meanBlock, seed, from, to }),
  );
  await inOrder(starts, runner.depth, job, (answer, k) => {
    const { part, from, to } = pieces[k]!;
    const { length } = part.columns;
    for (let path = 0; path < to - from; path++)
      means.set(answer.subarray(path * length, (path + 1) * length), path * trials + part.from);
    if (part !== parts.at(-1)) return;
    for (let path = 0; path < to - from; path++) visit(means.subarray(path * trials, (path + 1) * trials));
  });
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
