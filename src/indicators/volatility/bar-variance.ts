import { logRatio } from '../primitives/returns';

/**
 * Rogers and Satchell's estimate of the variance of a bar, whatever its drift: `ln(high / close) ln(high / open)
 * + ln(low / close) ln(low / open)`. NaN unless all four prices are above zero.
 *
 * @see Rogers and Satchell, Estimating Variance from High, Low and Closing Prices, 1991
 */
export const rogersSatchellVariance = (open: number, high: number, low: number, close: number): number =>
  logRatio(high, close) * logRatio(high, open) + logRatio(low, close) * logRatio(low, open);
