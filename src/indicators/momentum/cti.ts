import { lineSlope, windowVariance } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowComoments } from '../primitives/window-comoments';

/**
 * Correlation Trend Indicator: correlation of the last rows with a straight line that rises.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows correlated, integer in `[2, 100000]`, 20 when omitted
 * @returns           -1 (a straight fall) to 1 (a straight rise), no unit; rows `0 .. timePeriod - 2` are NaN
 *                    (warm-up)
 *
 * Known as Trend Strength Index on TradingView (of 14 bars). A window of equal rows gives 0. Leading NaN are
 * skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Correlation as a Trend Indicator, Technical Analysis of Stocks and Commodities, 2020
 * @see tests/golden/beyond/cti.json
 */
export const cti: Indicator = {
  name: 'cti',
  title: 'Correlation Trend Indicator',
  group: 'momentum',
  pane: 'own',
  summary: 'Correlation of the price with a straight line, -1 to 1.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(cti.params, params);
    const [timePeriod = NaN] = params;
    return new CtiStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const slope = lineSlope(x!, timePeriod);
    const variance = windowVariance(x!, timePeriod);
    // The variance of the row numbers 1 to n is (n * n - 1) / 12.
    const correlation = slope.times(Math.sqrt((timePeriod * timePeriod - 1) / 12)).over(variance.sqrt());
    return [variance.atMost(0).pick(0, correlation.max(-1).min(1))];
  },
};

class CtiStream extends BlankedStream {
  private readonly window: WindowComoments;
  private readonly period: number;
  private previous = NaN;
  /** Rows since the last change. */
  private equalRows = 0;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.window = new WindowComoments(timePeriod);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const x = row[0]!;
    this.equalRows = x === this.previous ? this.equalRows + 1 : 1;
    this.previous = x;
    this.window.push(today, x);
    const { varianceX, varianceY, covariance } = this.window;
    const isFlat = this.equalRows >= this.period;
    const correlation = isFlat ? 0 : covariance / Math.sqrt(varianceX * varianceY);
    out[0] = Math.min(Math.max(correlation, -1), 1);
  }
}
