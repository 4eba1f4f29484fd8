import { formatInteger } from '../../core/format';
import { VERDICT_THRESHOLDS } from '../../metrics/verdict-rules';
import type { CurveProfile } from '../cell-run';
import type { Overfitting } from '../overfitting';
import {
  figure,
  notRun,
  ran,
  tooFew,
  wholePercent,
  type ValidationResult,
  type ValidationTopic,
} from './shape';

const TOPIC: ValidationTopic = {
  id: 'overfitting',
  name: 'Probability of backtest overfitting',
  question: 'How often does the setting that won on one half of the bars come below the median on the other?',
  assumptions: [
    'Bars are cut into 16 blocks that can stand in any order; a half is any 8 of them.',
    'Settings count as they ran from the first bar on, positions across the edges of blocks included.',
  ],
  source:
    'Bailey, Borwein, López de Prado and Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance, 2017',
};

/** Overfitting by combinatorially symmetric cross-validation. It passes with a chance of 20 % or less. */
export function overfittingChance(
  profiles: readonly CurveProfile[],
  found: Overfitting | null,
): ValidationResult {
  if (profiles.length < 2) return notRun(TOPIC, 'It compares settings; there is one.');
  if (!found) return notRun(TOPIC, tooFew(320, 'returns', profiles[0]?.moments.count ?? 0));
  return ran(TOPIC, {
    figures: [
      figure('chance', 'Chance of overfitting', 'chance', found.chance),
      figure('splits', 'Splits', 'count', found.splits),
      figure('trials', 'Settings', 'count', profiles.length),
    ],
    answer: `In ${wholePercent(found.chance)} of ${formatInteger(found.splits)} half-and-half splits the winner of one half came below the median in the other.`,
    pass: found.chance <= VERDICT_THRESHOLDS.weakOverfitting,
  });
}
