import { normalCdf } from '../core/math/normal';
import { sharpeError, type SharpeSample } from './sharpe-error';

/**
 * Probabilistic Sharpe ratio: chance that the true Sharpe ratio is above a bar, given the one that
 * was measured, the number of returns, their skew and their kurtosis.
 *
 * @param sample  measured ratio per bar and the moments of its returns
 * @param bar     ratio to beat, per bar; 0 for "earns anything at all"
 * @returns       chance in [0, 1]; NaN for fewer than two returns
 * @see Bailey and López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk, 2012
 */
export function probabilisticSharpe(sample: SharpeSample, bar: number): number {
  return normalCdf((sample.sharpe - bar) / sharpeError(sample));
}
