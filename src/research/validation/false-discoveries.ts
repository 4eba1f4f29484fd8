import type { Column } from '../../core/column';
import { formatCount, formatPercent } from '../../core/format';
import { benjaminiHochberg, benjaminiYekutieli } from './adjusted-chances';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

/** Share of false ones among those named that is put up with. */
export const FALSE_SHARE = 0.05;

const TOPIC: ValidationTopic = {
  id: 'false_discoveries',
  name: 'False discovery rate',
  question: 'Which settings have a Sharpe above zero, with 5 % or less of those named expected to be false?',
  assumptions: [
    'Chances come from the probabilistic Sharpe ratio of each setting: bars do not depend on each other, the sample is large.',
    'Benjamini-Hochberg needs settings that are independent or go the same way; Benjamini-Yekutieli needs nothing and is stricter.',
  ],
  source:
    'Benjamini and Hochberg, Journal of the Royal Statistical Society B, 1995; Benjamini and Yekutieli, Annals of Statistics, 2001',
};

/**
 * False discovery rate over all settings. It passes when the setting with the best Sharpe ratio is named by the stricter
 * of the two.
 *
 * @param chances  `f64[trials]`, chance of a Sharpe ratio as high without an edge
 * @param best     trial with the best Sharpe ratio
 */
export function falseDiscoveries(chances: Column, best: number): ValidationResult {
  if (chances.length < 2) return notRun(TOPIC, 'It corrects for several settings; there is one.');
  const hochberg = benjaminiHochberg(chances);
  const yekutieli = benjaminiYekutieli(chances);
  const named = (adjusted: Column): number => adjusted.filter((q) => q <= FALSE_SHARE).length;
  return ran(TOPIC, {
    figures: [
      figure('hochberg', 'Settings named, Benjamini-Hochberg', 'count', named(hochberg)),
      figure('yekutieli', 'Settings named, Benjamini-Yekutieli', 'count', named(yekutieli)),
      figure('bestHochberg', 'Best setting, Benjamini-Hochberg', 'chance', hochberg[best]!),
      figure('bestYekutieli', 'Best setting, Benjamini-Yekutieli', 'chance', yekutieli[best]!),
      figure('trials', 'Settings', 'count', chances.length),
    ],
    answer: `${named(hochberg)} of ${formatCount(chances.length, 'setting')} are named, ${named(yekutieli)} under any dependence; the best has ${formatPercent(yekutieli[best]!)} there.`,
    pass: yekutieli[best]! <= FALSE_SHARE,
  });
}
