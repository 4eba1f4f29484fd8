import { linePoint } from '../graph/kernels';
import { lineIndicator } from './line-indicator';

/**
 * Linear Regression: end of the least-squares line through the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 14 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_LINEARREG` (tests/golden/talib/linearreg.json)
 */
export const linearReg = lineIndicator(
  {
    name: 'linearreg',
    title: 'Linear Regression',
    pane: 'price',
    summary: 'End of the least-squares line through the last bars.',
  },
  ({ intercept, slope }, timePeriod) => intercept + slope * (timePeriod - 1),
  (x, timePeriod) => linePoint(x, timePeriod, (timePeriod - 1) / 2),
);
