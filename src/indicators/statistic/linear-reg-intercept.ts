import { linePoint } from '../graph/kernels';
import { lineIndicator } from './line-indicator';

/**
 * Linear Regression Intercept: beginning of the least-squares line through the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 14 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_LINEARREG_INTERCEPT` (tests/golden/talib/linearreg_intercept.json)
 */
export const linearRegIntercept = lineIndicator(
  {
    name: 'linearreg_intercept',
    title: 'Linear Regression Intercept',
    pane: 'price',
    summary: 'Beginning of the least-squares line through the last bars.',
  },
  ({ intercept }) => intercept,
  (x, timePeriod) => linePoint(x, timePeriod, (1 - timePeriod) / 2),
);
