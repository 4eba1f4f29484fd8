import { logRatio as logOfRatio } from '../graph/price-blocks';
import { logRatio } from '../primitives/returns';
import { square } from '../primitives/square';
import { rangeVolatility } from './range-volatility';

const TWO_LN2_LESS_1 = 0.3862943611198906;

/**
 * Garman-Klass volatility: from all four prices of the last bars; about seven times as efficient as closes
 * alone.
 *
 * @param open         prices above zero, oldest first; `high`, `low`, `close` alike
 * @param timePeriod   bars of the window, integer in `[1, 100000]`, 20 when omitted
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Root of the mean of `ln(high / low)² / 2 - (2 ln 2 - 1) ln(close / open)²`, the short form in common use; it
 * takes prices to move without drift and without gaps between bars. Bars that contradict themselves (a close
 * beyond the high or low) may make the mean negative, which counts as 0. Leading rows with a NaN are skipped:
 * warm-up begins at the first full row. A later NaN, or a price that is not above zero, makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Garman and Klass, On the Estimation of Security Price Volatilities from Historical Data, 1980
 * @see numpy over each window (tests/golden/beyond/garman_klass.json)
 */
export const garmanKlass = rangeVolatility(
  {
    name: 'garman_klass',
    title: 'Garman-Klass Volatility',
    summary: 'Volatility from open, high, low and close of the last bars, annualised.',
  },
  ['open', 'high', 'low', 'close'],
  ([open = NaN, high = NaN, low = NaN, close = NaN]) =>
    square(logRatio(high, low)) / 2 - TWO_LN2_LESS_1 * square(logRatio(close, open)),
  ([open, high, low, close]) => {
    const range = logOfRatio(high!, low!);
    const move = logOfRatio(close!, open!);
    return range.times(range).over(2).minus(move.times(move).times(TWO_LN2_LESS_1));
  },
);
