import { formatCount, formatNumber, formatPercent, formatRatio } from '../../core/format';
import { deflatedSharpe } from '../../metrics/deflated-sharpe';
import { luckSharpe } from '../../metrics/luck-sharpe';
import { minimumBacktestLength } from '../../metrics/minimum-backtest-length';
import { minimumTrackRecord } from '../../metrics/minimum-track-record';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import type { SharpeSample } from '../../metrics/sharpe-error';
import { VERDICT_THRESHOLDS } from '../../metrics/verdict-rules';
import type { EffectiveTrials } from './effective-trials';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const DEFLATED: ValidationTopic = {
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

const TRACK: ValidationTopic = {
  id: 'track_length',
  name: 'Minimum track record length',
  question:
    'Is the history long enough to say that the Sharpe is above zero at all, had this been the only try?',
  assumptions: ['One try; bars do not depend on each other; skew and fat tails are taken into account.'],
  source: 'Bailey and López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk, 2012',
};

const LENGTH: ValidationTopic = {
  id: 'backtest_length',
  name: 'Minimum backtest length',
  question: 'Is the history longer than the one on which worthless tries are expected to reach this Sharpe?',
  assumptions: [
    'Tries are independent after their number is brought down for correlation; their returns are normal and without an edge.',
  ],
  source:
    'Bailey, Borwein, López de Prado and Zhu, Pseudo-Mathematics and Financial Charlatanism, Notices of the AMS, 2014',
};

/** What the statistics of the best setting are made from. */
export interface BestFacts {
  /** Of the best setting, per bar; null when its equity never moved. */
  readonly sample: SharpeSample | null;
  /** Standard deviation over the settings of the Sharpe ratio per bar; null for one setting. */
  readonly deviation: number | null;
  /** Settings tried on these data, those of this grid included. */
  readonly tries: number;
  readonly effective: EffectiveTrials | null;
  readonly barsPerYear: number;
}

const STILL = 'The equity of every setting never moved.';

/**
 * Tries that count: the larger of the two effective numbers, tries before included as the rest. So few that luck would be
 * below zero (the expected greatest of less than two draws has no meaning) count as one.
 */
export function countedTries({ tries, effective }: BestFacts): number {
  if (!effective) return tries;
  const rho = Math.min(1, Math.max(0, effective.correlation));
  const counted = Math.min(tries, Math.max(rho + (1 - rho) * tries, effective.byEigenvalues));
  return luckSharpe(counted, 1) > 0 ? counted : 1;
}

/** It passes with a chance of 95 % or more. */
export function deflated(facts: BestFacts): ValidationResult {
  const { sample, deviation, tries, effective, barsPerYear } = facts;
  if (!sample) return notRun(DEFLATED, STILL);
  const counted = countedTries(facts);
  const chance = deflatedSharpe(sample, counted, deviation);
  const perYear = Math.sqrt(barsPerYear);
  const luck = deviation === null ? null : luckSharpe(counted, deviation) * perYear;
  return ran(DEFLATED, {
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

/** It passes when there are as many bars as are needed for a chance of 95 %. */
export function trackLength({ sample, barsPerYear }: BestFacts): ValidationResult {
  if (!sample) return notRun(TRACK, STILL);
  const needed = minimumTrackRecord(sample, 0, VERDICT_THRESHOLDS.fairChance);
  const years = (bars: number | null): string =>
    bars === null ? 'no length' : `${formatNumber(bars / barsPerYear, { decimals: 1 })} years`;
  return ran(TRACK, {
    figures: [
      figure('needed', 'Bars needed', 'bars', needed === null ? null : Math.ceil(needed)),
      figure('bars', 'Bars at hand', 'bars', sample.count),
      figure('chance', 'Probabilistic Sharpe ratio', 'chance', probabilisticSharpe(sample, 0)),
    ],
    answer:
      needed === null
        ? 'No length of history would do: the Sharpe is not above zero.'
        : `It takes ${years(needed)} to be 95 % sure of a Sharpe above zero; there are ${years(sample.count)}.`,
    pass: needed !== null && sample.count >= needed,
  });
}

/** It passes when the history is longer than the minimum. */
export function backtestLength(facts: BestFacts): ValidationResult {
  const { sample, barsPerYear } = facts;
  if (!sample) return notRun(LENGTH, STILL);
  const sharpe = sample.sharpe * Math.sqrt(barsPerYear);
  const counted = countedTries(facts);
  const needed = minimumBacktestLength(counted, sharpe);
  if (needed === null) return notRun(LENGTH, 'The best Sharpe is not above zero, so no length would do.');
  const years = sample.count / barsPerYear;
  return ran(LENGTH, {
    figures: [
      figure('neededYears', 'Years needed', 'ratio', needed),
      figure('years', 'Years at hand', 'ratio', years),
      figure('counted', 'Tries that count', 'ratio', counted),
      figure('sharpe', 'Sharpe of the best setting', 'ratio', sharpe),
    ],
    answer: `Worthless tries are expected to reach ${formatRatio(sharpe)} on ${formatNumber(needed, { decimals: 1 })} years; there are ${formatNumber(years, { decimals: 1 })}.`,
    pass: years > needed,
  });
}
