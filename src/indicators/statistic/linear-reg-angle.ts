import { lineSlope } from '../graph/kernels';
import { arcTangent } from '../graph/math-kernels';
import { atan } from '../../core/math/atan';
import { lineIndicator } from './line-indicator';

const DEGREES = 180 / Math.PI;

/**
 * Linear Regression Angle: angle of the least-squares line through the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 14 when omitted
 * @returns           degrees in `(-90, 90)`: the arc tangent of the change per bar; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_LINEARREG_ANGLE` (tests/golden/talib/linearreg_angle.json)
 */
export const linearRegAngle = lineIndicator(
  {
    name: 'linearreg_angle',
    title: 'Linear Regression Angle',
    pane: 'own',
    summary: 'Angle of the least-squares line through the last bars.',
  },
  ({ slope }) => atan(slope) * DEGREES,
  (x, timePeriod) => arcTangent(lineSlope(x, timePeriod)).times(DEGREES),
);
