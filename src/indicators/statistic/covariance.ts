import type { Indicator } from '../indicator';
import { PAIR, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowComoments } from '../primitives/window-comoments';
import { windowComoments } from '../graph/kernels';

/**
 * Covariance: mean product of the distances of two series from their means over the last bars.
 *
 * @param real0       any unit, oldest first
 * @param real1       any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 30 when omitted
 * @param ddof        1 for that of a sample (divided by `timePeriod - 1`, as in pandas), 0 for that of a
 *                    population (`timePeriod`); 1 when omitted
 * @returns           product of the two units; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first row where both are numbers. A later NaN
 * makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Galton, Co-relations and their Measurement, 1888
 * @see numpy 2.4.6 `cov` (tests/golden/beyond/covariance.json)
 */
export const covariance: Indicator = {
  name: 'covariance',
  title: 'Covariance',
  group: 'statistic',
  pane: 'own',
  summary: 'Mean product of the distances of two series from their means.',
  inputs: PAIR,
  params: [period('timePeriod', 2, 30), { name: 'ddof', kind: 'integer', min: 0, max: 1, default: 1 }],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real0, real1], [timePeriod = NaN, ddof = NaN]) {
    const moments = windowComoments(real0!, real1!, timePeriod);
    return [moments.covariance.times(timePeriod / (timePeriod - ddof))];
  },
  stream(params) {
    checkParameters(covariance.params, params);
    const [timePeriod = NaN, ddof = NaN] = params;
    return new CovarianceStream(timePeriod, ddof);
  },
};

class CovarianceStream extends BlankedStream {
  private readonly window: WindowComoments;
  /** From the covariance of a population to the one asked for. */
  private readonly factor: number;

  constructor(timePeriod: number, ddof: number) {
    super(timePeriod - 1);
    this.window = new WindowComoments(timePeriod);
    this.factor = timePeriod / (timePeriod - ddof);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!, row[1]!);
    out[0] = this.window.covariance * this.factor;
  }
}
