import { luckSharpe } from './luck-sharpe';
import { probabilisticSharpe } from './probabilistic-sharpe';
import { sharpeError, type SharpeSample } from './sharpe-error';

/**
 * Deflated Sharpe ratio: chance that the true Sharpe ratio is above zero although the one measured
 * is the best of many tries. It is the probabilistic Sharpe ratio against the best that luck finds.
 *
 * @param sample     measured ratio per bar and the moments of its returns
 * @param tries      settings tried on these data, 1 or more; 1 gives the probabilistic ratio against zero
 * @param deviation  standard deviation of the Sharpe ratio per bar over the tries; null when only
 *                   their number is known: then that of worthless tries, the ratio's own standard error at zero
 * @returns          chance in [0, 1]; NaN for fewer than two returns
 * @see Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management, 2014
 */
export function deflatedSharpe(sample: SharpeSample, tries: number, deviation: number | null): number {
  const spread = deviation ?? sharpeError({ ...sample, sharpe: 0 });
  return probabilisticSharpe(sample, luckSharpe(tries, spread));
}
