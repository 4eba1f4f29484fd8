import { formatCount, formatRatio } from '../../core/format';
import { median } from '../../metrics/median';
import { moments } from '../../metrics/moments';
import { chooseInSample, parts, type Choice } from './purge';
import { figure, notRun, ran, wholePercent, type ValidationResult, type ValidationTopic } from './shape';
import { purgedAway, purgeFigures, splitRefusal, type SplitSetup } from './split-setup';
import { sharpeOf, type Tally, type TrialBook } from './trial-book';

/** Groups of bars, and how many of them are the test of a split: 28 splits, 7 paths. */
export const GROUPS = 8;
export const TEST_GROUPS = 2;

/** Fewest returns of a group. */
export const GROUP_ROWS = 60;

/** Share of the paths above zero that passes. */
const LEAST_ABOVE = 0.95;

const TOPIC: ValidationTopic = {
  id: 'combinatorial_purged',
  name: 'Combinatorial purged cross-validation',
  question:
    'How do the Sharpe ratios spread over many histories in which each bar was traded by a setting chosen without it?',
  assumptions: [
    `The bars are cut into ${GROUPS} groups; every choice of ${TEST_GROUPS} is a test once, and the tests are joined to ${(GROUPS - 1) * (TEST_GROUPS / 2)} paths that each have every bar once.`,
    'Purge and embargo are those of the purged k-fold; later bars take part in choosing.',
    'Paths share their bars, so they are no independent samples.',
  ],
  source: 'López de Prado, Advances in Financial Machine Learning, 2018, chapter 12',
};

/** Sharpe ratios of the paths and the choices behind them. */
export interface PathSet {
  /** Per bar. */
  readonly sharpes: readonly number[];
  readonly choices: readonly Choice[];
}

/**
 * The paths of combinatorial purged cross-validation: for every choice of `tests` groups the best setting of the purged
 * rest; the `j`-th time that a group is a test belongs to path `j`.
 *
 * @returns  `C(groups, tests) * tests / groups` paths; null where the purge leaves nothing to choose by
 */
export function purgedPaths(
  book: TrialBook,
  embargo: number,
  groups = GROUPS,
  tests = TEST_GROUPS,
): PathSet | null {
  const ranges = parts(book.blocks, groups);
  const paths: Tally[] = [];
  const met = ranges.map(() => 0);
  const choices: Choice[] = [];
  for (const split of combinations(groups, tests)) {
    const choice = chooseInSample(
      book,
      split.map((group) => ranges[group]!),
      embargo,
    );
    if (!choice) return null;
    choices.push(choice);
    for (const group of split) {
      const path = met[group]!;
      met[group] = path + 1;
      paths[path] ??= { sum: 0, squares: 0, count: 0 };
      book.tally(choice.trial, [ranges[group]!], paths[path]);
    }
  }
  return { sharpes: paths.map(sharpeOf), choices };
}

/** All ways to choose `count` of the numbers below `of`, ascending, in lexicographic order. */
export function combinations(of: number, count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return Array.from({ length: of }, (_, first) => first).flatMap((first) =>
    combinations(of - first - 1, count - 1).map((rest) => [first, ...rest.map((k) => first + 1 + k)]),
  );
}

/** Combinatorial purged cross-validation. It passes when 95 % of the paths have a Sharpe ratio above zero. */
export function combinatorialPurged({ book, embargo, barsPerYear }: SplitSetup): ValidationResult {
  const refusal = splitRefusal(book, GROUPS, GROUP_ROWS);
  if (refusal) return notRun(TOPIC, refusal);
  const found = purgedPaths(book, embargo);
  if (!found) return notRun(TOPIC, purgedAway(embargo));
  const sharpes = Float64Array.from(found.sharpes, (sharpe) => sharpe * Math.sqrt(barsPerYear));
  const { mean, deviation } = moments(sharpes);
  const above = sharpes.filter((sharpe) => sharpe > 0).length / sharpes.length;
  const worst = Math.min(...sharpes);
  return ran(TOPIC, {
    figures: [
      figure('meanSharpe', 'Mean Sharpe of the paths', 'ratio', mean),
      figure('medianSharpe', 'Median Sharpe of the paths', 'ratio', median([...sharpes])),
      figure('deviation', 'Deviation of the Sharpe', 'ratio', deviation),
      figure('worstSharpe', 'Worst path', 'ratio', worst),
      figure('bestSharpe', 'Best path', 'ratio', Math.max(...sharpes)),
      figure('aboveZero', 'Share of paths above zero', 'fraction', above),
      figure('paths', 'Paths', 'count', sharpes.length),
      figure('splits', 'Splits', 'count', found.choices.length),
      figure('embargo', 'Embargo', 'bars', embargo),
      ...purgeFigures(found.choices),
    ],
    answer: `Over ${formatCount(sharpes.length, 'path')} the Sharpe is ${formatRatio(mean)} on average, ${formatRatio(worst)} at worst; ${wholePercent(above)} of them are above zero.`,
    pass: above >= LEAST_ABOVE,
  });
}
