import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowComoments } from '../primitives/window-comoments';
import { windowComoments, windowMean } from '../graph/kernels';
import { isFlatWindow } from '../graph/statistic-blocks';

/**
 * Autocorrelation: Pearson's correlation of the last rows with the rows `lag` bars before them.
 *
 * @param real        any unit, oldest first; returns rather than prices tell whether moves go on
 * @param timePeriod  pairs of the window, integer in `[2, 100000]`, 30 when omitted
 * @param lag         bars between the two rows of a pair, integer in `[1, 100000]`, 1 when omitted
 * @returns           -1 to 1 (no unit); rows `0 .. timePeriod + lag - 2` are NaN (warm-up)
 *
 * As `rolling(n).corr(x.shift(lag))` of pandas: both runs of rows have a mean of their own. Where either
 * deviates by at most 1e-14 of its mean it is 0. Leading NaN are skipped: warm-up begins at the first number.
 * A later NaN makes the rows NaN whose pairs hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Box and Jenkins, Time Series Analysis, 1970
 * @see scipy 1.17.1 `stats.pearsonr` (tests/golden/beyond/autocorrelation.json)
 */
export const autocorrelation: Indicator = {
  name: 'autocorrelation',
  title: 'Autocorrelation',
  group: 'statistic',
  pane: 'own',
  summary: 'How far a series moves as it did some bars ago, -1 to 1.',
  inputs: REAL,
  params: [period('timePeriod', 2, 30), period('lag', 1, 1)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN, lag = NaN]) => timePeriod + lag - 1,
  graph([real], [timePeriod = NaN, lag = NaN]) {
    const past = real!.lag(lag);
    const moments = windowComoments(past, real!, timePeriod);
    const mean = windowMean(real!, timePeriod);
    const isUndefined = isFlatWindow(moments.varianceX, mean.lag(lag)).or(
      isFlatWindow(moments.varianceY, mean),
    );
    const value = moments.covariance.over(moments.varianceX.sqrt().times(moments.varianceY.sqrt()));
    return [isUndefined.pick(0, value.min(1).max(-1))];
  },
  stream(params) {
    checkParameters(autocorrelation.params, params);
    const [timePeriod = NaN, lag = NaN] = params;
    return new AutocorrelationStream(timePeriod, lag);
  },
};

class AutocorrelationStream extends BlankedStream {
  private readonly window: WindowComoments;
  private readonly delay: Delay;
  /** Rows that are still missing for the first pair. */
  private unpaired: number;

  constructor(timePeriod: number, lag: number) {
    super(timePeriod + lag - 1);
    this.window = new WindowComoments(timePeriod);
    this.delay = new Delay(lag);
    this.unpaired = lag;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const past = this.delay.push(row[0]!);
    if (this.unpaired > 0) this.unpaired--;
    else this.window.push(past, row[0]!);
    const { meanX, meanY, varianceX, varianceY, covariance } = this.window;
    const isUndefined = isFlat(varianceX, meanX) || isFlat(varianceY, meanY);
    const value = covariance / (Math.sqrt(varianceX) * Math.sqrt(varianceY));
    out[0] = isUndefined ? 0 : Math.max(-1, Math.min(1, value));
  }
}
