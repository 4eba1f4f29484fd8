import { windowComoments } from '../graph/kernels';
import { LEAST_CORRELATED, windowCorrelation } from '../graph/statistic-kernels';
import type { Indicator } from '../indicator';
import { PAIR, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { EPSILON } from '../primitives/near-zero';
import { WindowComoments } from '../primitives/window-comoments';

/**
 * Pearson's Correlation Coefficient: how far the last bars of two series lie on a line.
 *
 * @param real0       any unit, oldest first
 * @param real1       any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 30 when omitted
 * @returns           -1 to 1 (no unit); rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Where the product of the two sums of squared distances is below 1e-14 it is 0, as in TA-Lib. Leading
 * rows with a NaN are skipped: warm-up begins at the first row where both are numbers. A later NaN makes
 * the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_CORREL` (tests/golden/talib/correl.json)
 */
export const correl: Indicator = {
  name: 'correl',
  title: "Pearson's Correlation Coefficient",
  group: 'statistic',
  pane: 'own',
  summary: 'How far two series move together, -1 to 1.',
  inputs: PAIR,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(correl.params, params);
    const [timePeriod = NaN] = params;
    return new CorrelStream(timePeriod);
  },
  graph([real0, real1], [timePeriod = NaN]) {
    if (timePeriod >= LEAST_CORRELATED) return [windowCorrelation(real0!, real1!, timePeriod)];
    const { varianceX, varianceY, covariance } = windowComoments(real0!, real1!, timePeriod);
    const product = varianceX.times(varianceY);
    const isStill = product.times(timePeriod * timePeriod).below(EPSILON);
    return [isStill.pick(0, covariance.over(product.sqrt()))];
  },
};

class CorrelStream extends FullRowStream {
  private readonly window: WindowComoments;
  private readonly period: number;
  private rows = 0;

  constructor(timePeriod: number) {
    super();
    this.window = new WindowComoments(timePeriod);
    this.period = timePeriod;
  }

  protected take(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!, row[1]!);
    if (this.rows < this.period) this.rows++;
    out[0] = this.rows < this.period ? NaN : this.correlation();
  }

  private correlation(): number {
    const { varianceX, varianceY, covariance } = this.window;
    const product = varianceX * varianceY;
    if (product * this.period * this.period < EPSILON) return 0;
    return covariance / Math.sqrt(product);
  }
}
