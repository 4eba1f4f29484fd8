import { formatCount, formatNumber, formatPercent, formatRatio } from '../../core/format';
import { deflatedSharpe } from '../../metrics/deflated-sharpe';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import { VERDICT_THRESHOLDS } from '../../metrics/verdict-rules';
import { luckOfTheDraw } from '../luck-of-the-draw';
import { independentTries, STILL, type BestFacts } from './best-facts';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const TOPIC: ValidationTopic = {
  id: 'deflated_sharpe',
  name: 'Deflated Sharpe ratio',
  question: 'How likely is it that the true Sharpe of the best setting is above zero, after so many tries?',
  assumptions: [
    'Bars do not depend on each other; skew and fat tails are taken into account.',
    'Every try counts as one of its own, as in the sweep, so that the chance is the least that the tries leave. What they are worth where those that go together count as fewer is told beside it.',
    'Only tries that are told here count.',
  ],
  source: 'Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management, 2014',
};

/** It passes with a chance of 95 % or more. */
export function deflated(facts: BestFacts): ValidationResult {
  const { sample, deviation, tries, effective, barsPerYear } = facts;
  if (!sample) return notRun(TOPIC, STILL);
  const { chance, luck } = luckOfTheDraw(sample, tries, deviation);
  const independent = independentTries(facts);
  const apart = independent === null ? null : deflatedSharpe(sample, independent, deviation);
  const perYear = Math.sqrt(barsPerYear);
  const worth =
    independent === null || apart === null
      ? ''
      : ` Where tries that go together count as ${formatNumber(independent, { decimals: 1 })} independent ones, it is ${formatPercent(apart)}.`;
  return ran(TOPIC, {
    figures: [
      figure('chance', 'Chance of a Sharpe above zero', 'chance', chance),
      figure('sharpe', 'Sharpe of the best setting', 'ratio', sample.sharpe * perYear),
      figure('luckSharpe', 'Best Sharpe expected from luck', 'ratio', luck * perYear),
      figure('tries', 'Tries', 'count', tries),
      figure('independent', 'Independent tries that they are worth', 'ratio', independent),
      figure('independentChance', 'Chance after as many independent tries', 'chance', apart),
      figure(
        'byCorrelation',
        'Effective tries by mean correlation',
        'ratio',
        effective?.byCorrelation ?? null,
      ),
      figure('byEigenvalues', 'Effective tries by eigenvalues', 'ratio', effective?.byEigenvalues ?? null),
      figure('correlation', 'Mean correlation of settings', 'ratio', effective?.correlation ?? null),
      figure('oneTry', 'Chance if it were the only try', 'chance', probabilisticSharpe(sample, 0)),
    ],
    answer: `${formatPercent(chance)} after ${formatCount(tries, 'try', 'tries')}. Luck alone would find a Sharpe of ${formatRatio(luck * perYear)}.${worth}`,
    pass: chance >= VERDICT_THRESHOLDS.fairChance,
  });
}
