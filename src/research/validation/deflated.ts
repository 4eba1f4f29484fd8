import { formatCount, formatNumber, formatPercent, formatRatio } from '../../core/format';
import { deflatedSharpe } from '../../metrics/deflated-sharpe';
import { luckSharpe } from '../../metrics/luck-sharpe';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import { VERDICT_THRESHOLDS } from '../../metrics/verdict-rules';
import { countedTries, STILL, type BestFacts } from './best-facts';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const TOPIC: ValidationTopic = {
  id: 'deflated_sharpe',
  name: 'Deflated Sharpe ratio',
  question: 'How likely is it that the true Sharpe of the best setting is above zero, after so many tries?',
  assumptions: [
    'Bars do not depend on each other; skew and fat tails are taken into account.',
    'Settings that go together count as fewer: of the two effective numbers the larger is taken, and at most the tries themselves.',
    'Only tries that are told here count.',
  ],
  source: 'Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management, 2014',
};

/** It passes with a chance of 95 % or more. */
export function deflated(facts: BestFacts): ValidationResult {
  const { sample, deviation, tries, effective, barsPerYear } = facts;
  if (!sample) return notRun(TOPIC, STILL);
  const counted = countedTries(facts);
  const chance = deflatedSharpe(sample, counted, deviation);
  const perYear = Math.sqrt(barsPerYear);
  const luck = deviation === null ? null : luckSharpe(counted, deviation) * perYear;
  return ran(TOPIC, {
    figures: [
      figure('chance', 'Chance of a Sharpe above zero', 'chance', chance),
      figure('sharpe', 'Sharpe of the best setting', 'ratio', sample.sharpe * perYear),
      figure('luckSharpe', 'Best Sharpe expected from luck', 'ratio', luck),
      figure('tries', 'Tries', 'count', tries),
      figure('counted', 'Tries that count', 'ratio', counted),
      figure(
        'byCorrelation',
        'Effective tries by mean correlation',
        'ratio',
        effective?.byCorrelation ?? null,
      ),
      figure('byEigenvalues', 'Effective tries by eigenvalues', 'ratio', effective?.byEigenvalues ?? null),
      figure('correlation', 'Mean correlation of settings', 'ratio', effective?.correlation ?? null),
      figure(
        'allTries',
        'Chance if every try were independent',
        'chance',
        deflatedSharpe(sample, tries, deviation),
      ),
      figure('oneTry', 'Chance if it were the only try', 'chance', probabilisticSharpe(sample, 0)),
    ],
    answer: `${formatPercent(chance)} after ${formatCount(tries, 'try', 'tries')} that are worth ${formatNumber(counted, { decimals: 1 })} independent ones. Luck alone would find a Sharpe of ${formatRatio(luck)}.`,
    pass: chance >= VERDICT_THRESHOLDS.fairChance,
  });
}
