import { windowMoments } from '../graph/kernels';
import { isFlat as hasNoSpread } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';

/**
 * Bollinger %b: where a row lies between the Bollinger bands; 0 on the lower, 1 on the upper one.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 20 when omitted
 * @param nbDev       deviations to either band, in `[0.001, 1000]`, 2 when omitted
 * @returns           no unit, below 0 under the bands and above 1 over them; rows `0 .. timePeriod - 2` are NaN
 *                    (warm-up)
 *
 * The middle is the simple average, the deviation that of a population. A window whose deviation is at most
 * 1e-14 of its mean gives 0.5. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the
 * rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Bollinger, Bollinger on Bollinger Bands, 2001
 * @see numpy, pandas-ta-classic 0.8.32 `bbands` (tests/golden/beyond/bb_percent.json)
 */
export const bbPercent: Indicator = {
  name: 'bb_percent',
  title: 'Bollinger %b',
  group: 'volatility',
  pane: 'own',
  summary: 'Where a bar lies between the Bollinger bands, 0 to 1.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20), real('nbDev', 2, { min: 0.001, max: 1000 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(bbPercent.params, params);
    const [timePeriod = NaN, nbDev = NaN] = params;
    return new BbPercentStream(timePeriod, nbDev);
  },
  graph([x], [timePeriod = NaN, nbDev = NaN]) {
    const { mean, variance } = windowMoments(x!, timePeriod);
    const offset = x!.minus(mean).over(variance.sqrt().times(2 * nbDev));
    return [hasNoSpread(variance, mean).pick(0.5, offset.plus(0.5))];
  },
};

class BbPercentStream extends BlankedStream {
  private readonly window: WindowMoments;
  private readonly nbDev: number;
  private last = NaN;

  constructor(timePeriod: number, nbDev: number) {
    super(timePeriod - 1);
    this.window = new WindowMoments(timePeriod);
    this.nbDev = nbDev;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.last = row[0]!;
    this.window.push(this.last);
    const { mean, variance } = this.window;
    const offset = (this.last - mean) / (2 * this.nbDev * Math.sqrt(variance));
    out[0] = isFlat(variance, mean) ? 0.5 : 0.5 + offset;
  }
}
