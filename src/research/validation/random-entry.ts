import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { formatCount, formatPercent, formatRatio } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import type { Trade } from '../../core/order';
import { quantile } from '../../metrics/quantile';
import { chanceOf, SIGNIFICANCE, type DrawOptions } from './draws';
import { orZero } from './path-statistic';
import { freeBars, holdingsOf, type Holding } from './random-schedule';
import { figuresOfPaths } from './task-flow';
import type { PathRange } from './tasks';
import { figure, notRun, ran, tooFew, type ValidationResult, type ValidationTopic } from './shape';

/** Fewest times in the market. */
const LEAST_HOLDINGS = 10;
/** Least share of the bars that must be free to place entries elsewhere. */
const LEAST_FREE = 0.05;

const TOPIC: ValidationTopic = {
  id: 'random_entry',
  name: 'Random entries',
  question: 'Do the entries earn more than as many random ones that are held as long?',
  assumptions: [
    'As many times in the market, of the same lengths, sides and sizes, at random places; run by the rules of the exact engine with the same costs.',
    'Stops and targets are not repeated, only how long they let a trade live.',
    'The setting was chosen on these bars, which flatters it: failing tells more than passing.',
  ],
  source:
    'own construction, after the Monte Carlo permutation of Aronson, Evidence-Based Technical Analysis, 2007',
};

/** The run whose entries are put to the test. */
export interface EntrySetup {
  readonly bars: Bars;
  readonly trades: readonly Trade[];
  readonly equity: Column;
  /** Sharpe ratio a year of the run. */
  readonly sharpe: number | null;
  /** Sharpe ratio a year of the holdings at random places, for each path; NaN where nothing moved. */
  readonly onPaths: (range: PathRange, holdings: readonly Holding[]) => Promise<Column>;
  /** Pieces at once, and paths of a piece. */
  readonly depth: number;
  readonly step: number;
}

/**
 * Random entries: how often as many random entries, held as long, have a Sharpe ratio as high. It passes with a chance
 * of 5 % or less.
 *
 * @throws BacktabError `cancelled`, codes of the engine
 */
export async function randomEntry(
  setup: EntrySetup,
  options: DrawOptions,
  job: Job = UNWATCHED,
): Promise<ValidationResult> {
  const { bars, trades, equity, sharpe } = setup;
  const rows = bars.time.length;
  const holdings = holdingsOf(trades, equity, bars.close);
  if (holdings.length < LEAST_HOLDINGS || sharpe === null)
    return notRun(TOPIC, tooFew(LEAST_HOLDINGS, 'times in the market', holdings.length));
  if (freeBars(holdings, rows) < LEAST_FREE * rows)
    return notRun(TOPIC, 'It is in the market nearly all the time: there is no other place for its entries.');
  const { draws } = options;
  const onPaths = (range: PathRange): Promise<Column> => setup.onPaths(range, holdings);
  const sorted = orZero(await figuresOfPaths(onPaths, options, setup, job)).sort();
  const chance = chanceOf(sorted.filter((value) => value >= sharpe).length, draws);
  return ran(TOPIC, {
    figures: [
      figure('chance', 'Chance of random entries', 'chance', chance),
      figure('sharpe', 'Sharpe of the entries', 'ratio', sharpe),
      figure('median', 'Median Sharpe of random entries', 'ratio', quantile(sorted, 0.5)),
      figure('high', '95 % point of random entries', 'ratio', quantile(sorted, 0.95)),
      figure('holdings', 'Times in the market', 'count', holdings.length),
      figure('draws', 'Draws', 'count', draws),
    ],
    answer: `Random entries had a Sharpe of ${formatRatio(sharpe)} or more in ${formatPercent(chance)} of ${formatCount(draws, 'draw')}; half of them had ${formatRatio(quantile(sorted, 0.5))} or more.`,
    pass: chance <= SIGNIFICANCE,
  });
}
