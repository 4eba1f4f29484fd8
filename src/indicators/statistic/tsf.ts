import { linePoint } from '../graph/kernels';
import { lineIndicator } from './line-indicator';

/**
 * Time Series Forecast: least-squares line through the last bars, carried on to the next bar.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 14 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_TSF` (tests/golden/talib/tsf.json)
 */
export const tsf = lineIndicator(
  {
    name: 'tsf',
    title: 'Time Series Forecast',
    pane: 'price',
    summary: 'Least-squares line through the last bars, carried on to the next bar.',
  },
  ({ intercept, slope }, timePeriod) => intercept + slope * timePeriod,
  (x, timePeriod) => linePoint(x, timePeriod, (timePeriod + 1) / 2),
);
