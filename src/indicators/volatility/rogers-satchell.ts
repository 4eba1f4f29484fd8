import { rogersSatchellSeries, rogersSatchellVariance } from './bar-variance';
import { rangeVolatility } from './range-volatility';

/**
 * Rogers-Satchell volatility: from all four prices of the last bars, and right also where they drift.
 *
 * @param open         prices above zero, oldest first; `high`, `low`, `close` alike
 * @param timePeriod   bars of the window, integer in `[1, 100000]`, 20 when omitted
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Root of the mean of `ln(high / close) ln(high / open) + ln(low / close) ln(low / open)`; gaps between bars
 * are not seen. Bars that contradict themselves (a close beyond the high or low) may make the mean negative,
 * which counts as 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN, or
 * a price that is not above zero, makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Rogers and Satchell, Estimating Variance from High, Low and Closing Prices, 1991
 * @see numpy over each window (tests/golden/beyond/rogers_satchell.json)
 */
export const rogersSatchell = rangeVolatility(
  {
    name: 'rogers_satchell',
    title: 'Rogers-Satchell Volatility',
    summary: 'Volatility from the prices of the last bars, right also in a trend.',
  },
  ['open', 'high', 'low', 'close'],
  ([open = NaN, high = NaN, low = NaN, close = NaN]) => rogersSatchellVariance(open, high, low, close),
  ([open, high, low, close]) => rogersSatchellSeries(open!, high!, low!, close!),
);
