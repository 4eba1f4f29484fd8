import { formatNumber } from '../../core/format';
import { minimumTrackRecord } from '../../metrics/minimum-track-record';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import { VERDICT_THRESHOLDS } from '../../metrics/verdict-rules';
import { STILL, type BestFacts } from './best-facts';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const TOPIC: ValidationTopic = {
  id: 'track_length',
  name: 'Minimum track record length',
  question:
    'Is the history long enough to say that the Sharpe is above zero at all, had this been the only try?',
  assumptions: ['One try; bars do not depend on each other; skew and fat tails are taken into account.'],
  source: 'Bailey and López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk, 2012',
};

/** It passes when there are as many bars as are needed for a chance of 95 %. */
export function trackLength({ sample, barsPerYear }: BestFacts): ValidationResult {
  if (!sample) return notRun(TOPIC, STILL);
  const needed = minimumTrackRecord(sample, 0, VERDICT_THRESHOLDS.fairChance);
  const years = (bars: number | null): string =>
    bars === null ? 'no length' : `${formatNumber(bars / barsPerYear, { decimals: 1 })} years`;
  return ran(TOPIC, {
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
