import { logRatio as logOfRatio } from '../graph/price-blocks';
import type { Series } from '../graph/series';
import { logRatio } from '../primitives/returns';

/**
 * Rogers and Satchell's estimate of the variance of a bar, whatever its drift: `ln(high / close) ln(high / open)
 * + ln(low / close) ln(low / open)`. NaN unless all four prices are above zero.
 *
 * @see Rogers and Satchell, Estimating Variance from High, Low and Closing Prices, 1991
 */
export const rogersSatchellVariance = (open: number, high: number, low: number, close: number): number =>
  logRatio(high, close) * logRatio(high, open) + logRatio(low, close) * logRatio(low, open);

/** The same of series, from the logarithms of the three prices over the open. */
export function rogersSatchellSeries(open: Series, high: Series, low: Series, close: Series): Series {
  const [up, down, move] = [high, low, close].map((price) => logOfRatio(price, open));
  return up!.times(up!.minus(move!)).plus(down!.times(down!.minus(move!)));
}
