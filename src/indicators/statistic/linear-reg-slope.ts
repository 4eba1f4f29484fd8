import { lineSlope } from '../graph/kernels';
import { lineIndicator } from './line-indicator';

/**
 * Linear Regression Slope: change per bar of the least-squares line through the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 14 when omitted
 * @returns           unit of `real` per bar; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_LINEARREG_SLOPE` (tests/golden/talib/linearreg_slope.json)
 */
export const linearRegSlope = lineIndicator(
  {
    name: 'linearreg_slope',
    title: 'Linear Regression Slope',
    pane: 'own',
    summary: 'Change per bar of the least-squares line through the last bars.',
  },
  ({ slope }) => slope,
  lineSlope,
);
