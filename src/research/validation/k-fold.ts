import { formatCount, formatRatio } from '../../core/format';
import { median } from '../../metrics/median';
import { chooseInSample, parts, type Choice } from './purge';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';
import { purgedAway, purgeFigures, splitRefusal, type SplitSetup } from './split-setup';
import { sharpeOf } from './trial-book';

/** Parts that each serve once as the test. */
export const FOLDS = 5;

/** Fewest returns of a fold. */
export const FOLD_ROWS = 100;

const TOPIC: ValidationTopic = {
  id: 'purged_k_fold',
  name: 'Purged k-fold cross-validation',
  question: 'Does the setting that is best on the other bars earn on bars that had no part in choosing it?',
  assumptions: [
    'Bars later than the test take part in choosing, so it tests the choice and not a way to trade.',
    'Of each setting, bars of trades that reach into the test are purged; bars after the test whose indicators still see it are kept out (embargo).',
    'Recursive indicators and states keep a trace of older bars beyond the embargo.',
  ],
  source: 'López de Prado, Advances in Financial Machine Learning, 2018, chapter 7',
};

/**
 * Purged k-fold cross-validation: in each fold the setting with the best Sharpe ratio on the purged rest is tested on the
 * fold. It passes when more than half of the folds, and all of them together, are above zero.
 */
export function purgedKFold({ book, embargo, barsPerYear }: SplitSetup, folds = FOLDS): ValidationResult {
  const refusal = splitRefusal(book, folds, FOLD_ROWS);
  if (refusal) return notRun(TOPIC, refusal);
  const perYear = Math.sqrt(barsPerYear);
  const choices: Choice[] = [];
  const tests: number[] = [];
  const all = { sum: 0, squares: 0, count: 0 };
  for (const part of parts(book.blocks, folds)) {
    const choice = chooseInSample(book, [part], embargo);
    if (!choice) return notRun(TOPIC, purgedAway(embargo));
    choices.push(choice);
    tests.push(sharpeOf(book.tally(choice.trial, [part])) * perYear);
    book.tally(choice.trial, [part], all);
  }
  const total = sharpeOf(all) * perYear;
  const inSample = choices.reduce((sum, { sharpe }) => sum + sharpe * perYear, 0) / folds;
  const above = tests.filter((sharpe) => sharpe > 0).length;
  return ran(TOPIC, {
    figures: [
      figure('sharpe', 'Sharpe over all folds', 'ratio', total),
      figure('medianSharpe', 'Median Sharpe of the folds', 'ratio', median(tests)),
      figure('worstSharpe', 'Worst fold', 'ratio', Math.min(...tests)),
      figure('inSampleSharpe', 'Mean Sharpe where it was chosen', 'ratio', inSample),
      figure('aboveZero', 'Share of folds above zero', 'fraction', above / folds),
      figure('folds', 'Folds', 'count', folds),
      figure('embargo', 'Embargo', 'bars', embargo),
      ...purgeFigures(choices),
    ],
    answer: `Out of the bars it was chosen on, the best setting had a Sharpe of ${formatRatio(total)}, in them ${formatRatio(inSample)}; ${above} of ${formatCount(folds, 'fold')} came out above zero.`,
    pass: total > 0 && above > folds / 2,
  });
}
