import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import { exactEma } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';

/** Lambert's constant, as in CCI. */
const SCALE = 0.015;

/**
 * WaveTrend Oscillator: distance of the typical price from its EMA in smoothed distances, smoothed (`wt1`),
 * and the plain average of that (`wt2`).
 *
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param channelPeriod  bars of the EMA of the price and of the distance, integer in `[1, 100000]`, 10 when
 *                       omitted
 * @param averagePeriod  bars of the EMA of `wt1`, integer in `[1, 100000]`, 21 when omitted
 * @param signalPeriod   bars of `wt2`, integer in `[1, 100000]`, 4 when omitted
 * @returns              `wt1` and `wt2`, mostly -100 to 100 (no unit); rows
 *                       `0 .. 2 channelPeriod + averagePeriod + signalPeriod - 5` are NaN in both (warm-up)
 *
 * Where the price has never left its EMA (always with `channelPeriod` 1) the distance counts 0. Leading rows
 * with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up; `wt1` starts from the second bar there, as the first has no distance.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see LazyBear, WaveTrend Oscillator, TradingView, 2014
 * @see tests/golden/beyond/wave_trend.json, tests/golden/tradingview/wave_trend.json
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
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(waveTrend.params, params);
    return new WaveTrendStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(waveTrend.params, params);
      return new WaveTrendStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [channel = NaN, averagePeriod = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const price = high!.plus(low!).plus(close!).over(3);
  const ema = (x: Series): Series => exactEma(x, channel, convention);
  const distance = price.minus(ema(price));
  const usual = ema(distance.abs());
  const share = ratio(distance, usual.times(SCALE));
  const wt1 = emaOf(convention === 'tradingview' ? share.from(1) : share, averagePeriod, convention);
  return [wt1, windowMean(wt1, signal)];
}

function lookback(
  [channel = NaN, average = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  const first = convention === 'tradingview' ? 1 : 2 * rows(channel);
  return first + rows(average) + signal - 1;
}

class WaveTrendStream extends BlankedStream {
  private readonly price: Smoother;
  private readonly distance: Smoother;
  private readonly first: Smoother;
  private readonly second: WindowAverage;
  /** Whether the first bar, which cannot have left its average, is left out. */
  private readonly leavesFirst: boolean;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [channel = NaN, average = NaN, signal = NaN] = params;
    this.price = movingAverage('ema', channel, convention);
    this.distance = movingAverage('ema', channel, convention);
    this.first = movingAverage('ema', average, convention);
    this.leavesFirst = convention === 'tradingview';
    this.second = new WindowAverage(signal);
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const price = (row[0]! + row[1]! + row[2]!) / 3;
    const distance = price - this.price.push(price);
    const usual = this.distance.push(Math.abs(distance));
    if (this.leavesFirst && today === 0) return;
    const wt1 = this.first.push(quotient(distance, SCALE * usual));
    out[0] = wt1;
    out[1] = this.second.push(wt1);
  }
}
