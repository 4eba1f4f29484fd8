import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowQuantile } from '../primitives/window-quantile';
import { windowQuantile } from '../graph/statistic-kernels';

/**
 * Rolling quantile: the value below which a share of the last rows lies.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 30 when omitted
 * @param q           the share, in `[0, 1]`, 0.5 when omitted; 0 gives the smallest row, 1 the largest
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Between two rows the value lies on a straight line, as in numpy and pandas. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN or infinity makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996, type 7
 * @see numpy 2.4.6 `quantile` (tests/golden/beyond/quantile.json)
 */
export const quantile: Indicator = {
  name: 'quantile',
  title: 'Rolling Quantile',
  group: 'statistic',
  pane: 'price',
  summary: 'The value below which a share of the last bars lies.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30), real('q', 0.5, { min: 0, max: 1 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph: ([series], [timePeriod = NaN, q = NaN]) => [windowQuantile(series!, timePeriod, q)],
  stream(params) {
    checkParameters(quantile.params, params);
    const [timePeriod = NaN, q = NaN] = params;
    return new QuantileStream(timePeriod, q);
  },
};

/** The stream of an indicator that is one quantile of one series. */
export class QuantileStream extends BlankedStream {
  private readonly window: WindowQuantile;
  private readonly q: number;

  constructor(timePeriod: number, q: number) {
    super(timePeriod - 1);
    this.window = new WindowQuantile(timePeriod);
    this.q = q;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    out[0] = this.window.quantile(this.q);
  }
}
