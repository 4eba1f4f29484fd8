import { logRatio as logOfRatio } from '../graph/price-blocks';
import { logRatio } from '../primitives/returns';
import { square } from '../primitives/square';
import { rangeVolatility } from './range-volatility';

const FOUR_LN2 = 2.772588722239781;

/**
 * Parkinson volatility: from the ranges of the last bars; about five times as efficient as closes alone.
 *
 * @param high         prices above zero, oldest first; `low` alike
 * @param timePeriod   bars of the window, integer in `[1, 100000]`, 20 when omitted
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Root of the mean of `ln(high / low)² / (4 ln 2)`; it takes prices to move without drift and without gaps
 * between bars. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN, or a
 * price that is not above zero, makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return, 1980
 * @see numpy over each window (tests/golden/beyond/parkinson.json)
 */
export const parkinson = rangeVolatility(
  {
    name: 'parkinson',
    title: 'Parkinson Volatility',
    summary: 'Volatility from the highs and lows of the last bars, annualised.',
  },
  ['high', 'low'],
  ([high = NaN, low = NaN]) => square(logRatio(high, low)) / FOUR_LN2,
  ([high, low]) => {
    const range = logOfRatio(high!, low!);
    return range.times(range).over(FOUR_LN2);
  },
);
