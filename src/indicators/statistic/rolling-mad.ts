import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowQuantile } from '../primitives/window-quantile';
import { medianDistance } from '../graph/statistic-kernels';

/**
 * Rolling median absolute deviation: median distance of the last rows from their median, a measure of spread
 * that a few odd bars do not move.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Not scaled: times 1.4826 it estimates the standard deviation of a normal distribution. A row costs
 * O(log² timePeriod). Leading NaN are skipped: warm-up begins at the first number. A later NaN or infinity makes
 * the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hampel, The Influence Curve and its Role in Robust Estimation, 1974
 * @see scipy 1.17.1 `stats.median_abs_deviation` (tests/golden/beyond/rolling_mad.json)
 */
export const rollingMad: Indicator = {
  name: 'rolling_mad',
  title: 'Rolling Median Absolute Deviation',
  group: 'statistic',
  pane: 'own',
  summary: 'Median distance of the last bars from their median.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph: ([real], [timePeriod = NaN]) => [medianDistance(real!, timePeriod)],
  stream(params) {
    checkParameters(rollingMad.params, params);
    const [timePeriod = NaN] = params;
    return new MadStream(timePeriod);
  },
};

class MadStream extends BlankedStream {
  private readonly window: WindowQuantile;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.window = new WindowQuantile(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    out[0] = this.window.medianDistance(this.window.quantile(0.5));
  }
}
