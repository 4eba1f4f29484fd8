import { isNearZero as isZero } from '../graph/blocks';
import { windowComoments } from '../graph/kernels';
import { SLOPED, windowSlope } from '../graph/statistic-kernels';
import type { Indicator } from '../indicator';
import { PAIR, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { isNearZero } from '../primitives/near-zero';
import { WindowComoments } from '../primitives/window-comoments';

/**
 * Beta: slope of the returns of the second series over those of the first.
 *
 * @param real0       any unit, oldest first; a market
 * @param real1       any unit, oldest first; an instrument in it
 * @param timePeriod  returns of the window, integer in `[1, 100000]`, 5 when omitted
 * @returns           no unit; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * As in TA-Lib, a return from a price below 1e-14 is 0, and so is the slope where the returns of the
 * first series do not vary (`timePeriod` squared times their variance is below 1e-14). Leading rows with
 * a NaN are skipped: warm-up begins at the first row where both are numbers. A later NaN makes the rows
 * NaN whose window holds a return with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_BETA` (tests/golden/talib/beta.json)
 */
export const beta: Indicator = {
  name: 'beta',
  title: 'Beta',
  group: 'statistic',
  pane: 'own',
  summary: 'How far the second series moves when the first one does.',
  inputs: PAIR,
  params: [period('timePeriod', 1, 5)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(beta.params, params);
    const [timePeriod = NaN] = params;
    return new BetaStream(timePeriod);
  },
  graph([real0, real1], [timePeriod = NaN]) {
    const [x, y] = [real0!, real1!].map((real) => {
      const before = real.lag(1);
      return isZero(before).pick(0, real.minus(before).over(before));
    });
    if (timePeriod === SLOPED) return [windowSlope(x!, y!)];
    const { varianceX, covariance } = windowComoments(x!, y!, timePeriod);
    const isStill = isZero(varianceX.times(timePeriod * timePeriod));
    return [isStill.pick(0, covariance.over(varianceX))];
  },
};

class BetaStream extends FullRowStream {
  private readonly window: WindowComoments;
  private readonly period: number;
  private rows = 0;
  private lastX = NaN;
  private lastY = NaN;

  constructor(timePeriod: number) {
    super();
    this.window = new WindowComoments(timePeriod);
    this.period = timePeriod;
  }

  protected take(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const y = row[1]!;
    if (this.rows > 0) this.window.push(change(this.lastX, x), change(this.lastY, y));
    this.lastX = x;
    this.lastY = y;
    if (this.rows <= this.period) this.rows++;
    out[0] = this.rows <= this.period ? NaN : this.slope();
  }

  private slope(): number {
    const { varianceX, covariance } = this.window;
    return isNearZero(varianceX * this.period * this.period) ? 0 : covariance / varianceX;
  }
}

const change = (from: number, to: number): number => (isNearZero(from) ? 0 : (to - from) / from);
