import { formatNumber, formatRatio } from '../../core/format';
import { minimumBacktestLength } from '../../metrics/minimum-backtest-length';
import { STILL, type BestFacts } from './best-facts';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const TOPIC: ValidationTopic = {
  id: 'backtest_length',
  name: 'Minimum backtest length',
  question: 'Is the history longer than the one on which worthless tries are expected to reach this Sharpe?',
  assumptions: [
    'Every try counts as an independent one, as in the deflated Sharpe ratio; their returns are normal and without an edge.',
  ],
  source:
    'Bailey, Borwein, López de Prado and Zhu, Pseudo-Mathematics and Financial Charlatanism, Notices of the AMS, 2014',
};

/** It passes when the history is longer than the minimum. */
export function backtestLength(facts: BestFacts): ValidationResult {
  const { sample, barsPerYear, tries } = facts;
  if (!sample) return notRun(TOPIC, STILL);
  const sharpe = sample.sharpe * Math.sqrt(barsPerYear);
  const needed = minimumBacktestLength(tries, sharpe);
  if (needed === null) return notRun(TOPIC, 'The best Sharpe is not above zero, so no length would do.');
  const years = sample.count / barsPerYear;
  return ran(TOPIC, {
    figures: [
      figure('neededYears', 'Years needed', 'ratio', needed),
      figure('years', 'Years at hand', 'ratio', years),
      figure('tries', 'Tries', 'count', tries),
      figure('sharpe', 'Sharpe of the best setting', 'ratio', sharpe),
    ],
    answer: `Worthless tries are expected to reach ${formatRatio(sharpe)} on ${formatNumber(needed, { decimals: 1 })} years; there are ${formatNumber(years, { decimals: 1 })}.`,
    pass: years > needed,
  });
}
