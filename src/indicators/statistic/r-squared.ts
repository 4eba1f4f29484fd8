import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowLine } from '../primitives/window-line';
import { WindowMoments } from '../primitives/window-moments';
import { lineSlope, windowMoments } from '../graph/kernels';
import { isFlatWindow } from '../graph/statistic-blocks';

/**
 * R² of the linear regression: share of the variance of the last bars that the line of `linearreg` explains;
 * how steady a trend is.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 14 when omitted
 * @returns           0 to 1 (no unit); rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window whose deviation is at most 1e-14 of its mean gives 0. Leading NaN are skipped: warm-up begins at
 * the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see scipy 1.17.1 `stats.linregress` (tests/golden/beyond/r_squared.json)
 */
export const rSquared: Indicator = {
  name: 'r_squared',
  title: 'R² of the Linear Regression',
  group: 'statistic',
  pane: 'own',
  summary: 'Share of the variance of the last bars that a straight line explains.',
  inputs: REAL,
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real], [timePeriod = NaN]) {
    const slope = lineSlope(real!, timePeriod);
    const { mean, variance } = windowMoments(real!, timePeriod);
    const explained = slope.times(slope).times((timePeriod * timePeriod - 1) / 12);
    return [isFlatWindow(variance, mean).pick(0, explained.over(variance).min(1))];
  },
  stream(params) {
    checkParameters(rSquared.params, params);
    const [timePeriod = NaN] = params;
    return new RSquaredStream(timePeriod);
  },
};

class RSquaredStream extends BlankedStream {
  private readonly line: WindowLine;
  private readonly window: WindowMoments;
  private readonly varianceOfTime: number;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.line = new WindowLine(timePeriod);
    this.window = new WindowMoments(timePeriod);
    this.varianceOfTime = (timePeriod * timePeriod - 1) / 12;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.line.push(row[0]!);
    this.window.push(row[0]!);
    const { slope } = this.line;
    const { mean, variance } = this.window;
    const explained = (slope * slope * this.varianceOfTime) / variance;
    out[0] = isFlat(variance, mean) ? 0 : Math.min(1, explained);
  }
}
