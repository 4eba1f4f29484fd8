import type { Bars } from '../../core/bars';
import { formatCount, formatPercent, formatRatio } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import { quantile } from '../../metrics/quantile';
import { chanceOf, SIGNIFICANCE, type DrawOptions } from './draws';
import { orZero, type PathStatistic } from './path-statistic';
import { priceRefusal } from './price-refusal';
import { figuresOfPaths } from './task-flow';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const topicOf = (settings: number): ValidationTopic => ({
  id: 'bar_permutation',
  name: 'Permutation of bars',
  question:
    'Does the best setting find something in the order of the bars, or would it do as well on shuffled ones?',
  assumptions: [
    `The best of ${formatCount(settings, 'setting')}, spread evenly over the grid and fixed beforehand, is looked for on the bars and on each shuffle alike, so that the search itself is tested.`,
    'Moves of bars are exchangeable under the null: clusters of volatility are lost in a shuffle.',
    'Drift from first to last bar stays, so that being long in a rising market earns on shuffles too.',
  ],
  source: 'Masters, Permutation and Randomization Tests for Trading System Development, third edition, 2020',
});

/**
 * Permutation of bars: how often the statistic on shuffled bars reaches that on the bars. It passes with a chance of
 * 5 % or less.
 *
 * @param bars       the bars of the run
 * @param statistic  Sharpe ratio a year of the best of `settings` settings on the bars and on shuffles (`onPermuted`)
 *
 * @throws BacktabError `cancelled`, what the statistic throws
 */
export async function barPermutation(
  bars: Bars,
  statistic: PathStatistic,
  settings: number,
  options: DrawOptions,
  job: Job = UNWATCHED,
): Promise<ValidationResult> {
  const topic = topicOf(settings);
  const refusal = priceRefusal(bars);
  if (refusal) return notRun(topic, refusal);
  const found = await statistic.onBars();
  if (found === null) return notRun(topic, 'Its equity never moved on the bars.');
  const { draws } = options;
  const sorted = orZero(await figuresOfPaths(statistic.onPaths, options, statistic, job)).sort();
  const chance = chanceOf(sorted.filter((value) => value >= found).length, draws);
  return ran(topic, {
    figures: [
      figure('chance', 'Chance on shuffled bars', 'chance', chance),
      figure('sharpe', 'Sharpe on the bars', 'ratio', found),
      figure('median', 'Median Sharpe on shuffled bars', 'ratio', quantile(sorted, 0.5)),
      figure('high', '95 % point on shuffled bars', 'ratio', quantile(sorted, 0.95)),
      figure('draws', 'Shuffles', 'count', draws),
    ],
    answer: `A Sharpe of ${formatRatio(found)} or more came up in ${formatPercent(chance)} of ${formatCount(draws, 'shuffle')}; half of them had ${formatRatio(quantile(sorted, 0.5))} or more.`,
    pass: chance <= SIGNIFICANCE,
  });
}
