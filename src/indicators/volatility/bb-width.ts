import { windowMoments } from '../graph/kernels';
import { isFlat as hasNoSpread } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';

/**
 * Bollinger BandWidth: distance between the Bollinger bands in percent of their middle; low before a breakout.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 20 when omitted
 * @param nbDev       deviations to either band, in `[0, 1000]`, 2 when omitted
 * @returns           percent, as in TradingView and StockCharts (Bollinger's book has the fraction); rows
 *                    `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The middle is the simple average, the deviation that of a population. A window whose deviation is at most
 * 1e-14 of its mean, and a mean of zero, give 0. Leading NaN are skipped: warm-up begins at the first number. A
 * later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Bollinger, Bollinger on Bollinger Bands, 2001
 * @see numpy, pandas-ta-classic 0.8.32 `bbands` (tests/golden/beyond/bb_width.json)
 */
export const bbWidth: Indicator = {
  name: 'bb_width',
  title: 'Bollinger BandWidth',
  group: 'volatility',
  pane: 'own',
  summary: 'Distance between the Bollinger bands in percent of their middle.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20), real('nbDev', 2, { min: 0, max: 1000 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(bbWidth.params, params);
    const [timePeriod = NaN, nbDev = NaN] = params;
    return new BbWidthStream(timePeriod, nbDev);
  },
  graph([x], [timePeriod = NaN, nbDev = NaN]) {
    const { mean, variance } = windowMoments(x!, timePeriod);
    const width = variance.sqrt().times(100 * 2 * nbDev);
    return [mean.equals(0).or(hasNoSpread(variance, mean)).pick(0, width.over(mean))];
  },
};

class BbWidthStream extends BlankedStream {
  private readonly window: WindowMoments;
  private readonly nbDev: number;

  constructor(timePeriod: number, nbDev: number) {
    super(timePeriod - 1);
    this.window = new WindowMoments(timePeriod);
    this.nbDev = nbDev;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    const { mean, variance } = this.window;
    const isNothing = mean === 0 || isFlat(variance, mean);
    out[0] = isNothing ? 0 : (100 * 2 * this.nbDev * Math.sqrt(variance)) / mean;
  }
}
