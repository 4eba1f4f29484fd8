import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';

/** Lambert's constant, as in CCI. */
const SCALE = 0.015;

/**
 * WaveTrend Oscillator: distance of the typical price from its EMA in smoothed distances, smoothed (`wt1`), and the
 * plain average of that (`wt2`).
 *
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param channelPeriod  bars of the EMA of the price and of the distance, integer in `[1, 100000]`, 10 when omitted
 * @param averagePeriod  bars of the EMA of `wt1`, integer in `[1, 100000]`, 21 when omitted
 * @param signalPeriod   bars of `wt2`, integer in `[1, 100000]`, 4 when omitted
 * @returns              `wt1` and `wt2`, mostly -100 to 100 (no unit); rows
 *                       `0 .. 2 channelPeriod + averagePeriod + signalPeriod - 5` are NaN in both (warm-up)
 *
 * Where the price has never left its EMA (always with `channelPeriod` 1) the distance counts 0. Leading rows with a NaN
 * are skipped: warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see LazyBear, WaveTrend Oscillator, TradingView, 2014
 * @see tests/golden/beyond/wave_trend.json
 */
export const waveTrend: Indicator = {
  name: 'wave_trend',
  title: 'WaveTrend Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Smoothed distance of the price from its average in usual distances, with a signal.',
  inputs: prices('high', 'low', 'close'),
  params: [period('channelPeriod', 1, 10), period('averagePeriod', 1, 21), period('signalPeriod', 1, 4)],
  outputs: [
    { name: 'wt1', kind: 'real', style: 'line' },
    { name: 'wt2', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: ([channel = NaN, average = NaN, signal = NaN]) => 2 * (channel - 1) + average + signal - 2,
  stream(params) {
    checkParameters(waveTrend.params, params);
    return new WaveTrendStream(params);
  },
};

class WaveTrendStream extends BlankedStream {
  private readonly price: Smoother;
  private readonly distance: Smoother;
  private readonly first: Smoother;
  private readonly second: WindowAverage;

  constructor(params: readonly number[]) {
    super(waveTrend.lookback(params));
    const [channel = NaN, average = NaN, signal = NaN] = params;
    this.price = movingAverage('ema', channel);
    this.distance = movingAverage('ema', channel);
    this.first = movingAverage('ema', average);
    this.second = new WindowAverage(signal);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const price = (row[0]! + row[1]! + row[2]!) / 3;
    const distance = price - this.price.push(price);
    const usual = this.distance.push(Math.abs(distance));
    const wt1 = this.first.push(quotient(distance, SCALE * usual));
    out[0] = wt1;
    out[1] = this.second.push(wt1);
  }
}
