import type { Bars } from '../../core/bars';
import { formatCount, formatRatio } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import { quantile } from '../../metrics/quantile';
import type { DrawOptions } from './draws';
import { NOISE_SHARE, orZero, type PathStatistic } from './path-statistic';
import { priceRefusal } from './price-refusal';
import { figuresOfPaths } from './task-flow';
import { figure, notRun, ran, wholePercent, type ValidationResult, type ValidationTopic } from './shape';

/** Least share of the runs above zero, and of the Sharpe ratio that must be left in the middle. */
const LEAST_ABOVE = 0.95;
const LEAST_LEFT = 0.5;

const TOPIC: ValidationTopic = {
  id: 'noise',
  name: 'Noise test',
  question: 'Does the result survive prices that were a little different?',
  assumptions: [
    `Open, high, low and close of each bar are moved on their own by at most ${NOISE_SHARE * 100} % of the mean range of a bar, evenly spread; highs stay highs and lows stay lows.`,
    'Noise of one bar does not carry over to the next, which adds a little reversal.',
  ],
  source: 'own construction',
};

/**
 * Noise test: the setting on jittered prices. It passes when half of the runs keep half of the Sharpe ratio, and 95 % of
 * them are above zero.
 *
 * @param statistic  Sharpe ratio a year of the setting on the bars and on those with noise (`onJittered`)
 *
 * @throws BacktabError `cancelled`, what the statistic throws
 */
export async function noise(
  bars: Bars,
  statistic: PathStatistic,
  options: DrawOptions,
  job: Job = UNWATCHED,
): Promise<ValidationResult> {
  const refusal = priceRefusal(bars);
  if (refusal) return notRun(TOPIC, refusal);
  const found = await statistic.onBars();
  if (found === null || !(found > 0))
    return notRun(TOPIC, 'Its Sharpe is not above zero, so there is nothing to keep.');
  const { draws } = options;
  const sorted = orZero(await figuresOfPaths(statistic.onPaths, options, statistic, job)).sort();
  const middle = quantile(sorted, 0.5);
  const above = sorted.filter((value) => value > 0).length / draws;
  return ran(TOPIC, {
    figures: [
      figure('median', 'Median Sharpe with noise', 'ratio', middle),
      figure('sharpe', 'Sharpe without', 'ratio', found),
      figure('low', '5 % point with noise', 'ratio', quantile(sorted, 0.05)),
      figure('high', '95 % point with noise', 'ratio', quantile(sorted, 0.95)),
      figure('aboveZero', 'Share of runs above zero', 'fraction', above),
      figure('draws', 'Runs', 'count', draws),
    ],
    answer: `With noise the Sharpe is ${formatRatio(middle)} in the middle of ${formatCount(draws, 'run')}, ${formatRatio(found)} without; ${wholePercent(above)} are above zero.`,
    pass: middle >= LEAST_LEFT * found && above >= LEAST_ABOVE,
  });
}
