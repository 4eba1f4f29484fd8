import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { isFlat } from '../primitives/flat';
import { EPSILON } from '../primitives/near-zero';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowComoments } from '../primitives/window-comoments';
import { isFlatWindow } from '../graph/statistic-blocks';
import { series } from '../graph/series';
import { exactComoments } from '../graph/statistic-kernels';

const LN2 = 0.6931471805599453;

/**
 * Half-life of mean reversion: bars after which half of the distance from the mean is expected to be gone.
 *
 * @param real        any unit, oldest first; mostly the spread of a pair
 * @param timePeriod  changes of the window, integer in `[3, 100000]`, 100 when omitted
 * @returns           bars, above 0; infinity where the series does not return; rows `0 .. timePeriod - 1` are
 *                    NaN (warm-up)
 *
 * `-ln 2 / λ`, where `λ` is the least-squares slope of the changes on the rows before them, with an intercept
 * (an Ornstein-Uhlenbeck process seen bar by bar). A slope above -1e-14, or rows whose deviation is at most
 * 1e-14 of their mean, give infinity. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose window holds a change with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chan, Algorithmic Trading, 2013, chapter 2
 * @see statsmodels 0.15.0 `OLS` (tests/golden/beyond/half_life.json)
 */
export const halfLife: Indicator = {
  name: 'half_life',
  title: 'Half-Life of Mean Reversion',
  group: 'statistic',
  pane: 'own',
  summary: 'Bars after which half of the distance from the mean is expected to be gone.',
  inputs: REAL,
  params: [period('timePeriod', 3, 100)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph([real], [timePeriod = NaN]) {
    const before = real!.lag(1);
    const moments = exactComoments(before, real!.minus(before), timePeriod);
    const { meanX, varianceX, covariance } = moments;
    const slope = isFlatWindow(varianceX, meanX).pick(0, covariance.over(varianceX));
    return [slope.above(-EPSILON).pick(Infinity, series(real!.graph, -LN2).over(slope))];
  },
  stream(params) {
    checkParameters(halfLife.params, params);
    const [timePeriod = NaN] = params;
    return new HalfLifeStream(timePeriod);
  },
};

class HalfLifeStream extends BlankedStream {
  private readonly window: WindowComoments;
  private last = NaN;
  private hasLast = false;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.window = new WindowComoments(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    if (this.hasLast) this.window.push(this.last, x - this.last);
    this.last = x;
    this.hasLast = true;
    const { meanX, varianceX, covariance } = this.window;
    const slope = isFlat(varianceX, meanX) ? 0 : covariance / varianceX;
    out[0] = slope > -EPSILON ? Infinity : -LN2 / slope;
  }
}
