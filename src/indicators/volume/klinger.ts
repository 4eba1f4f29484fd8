import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { lastValid } from '../graph/math-kernels';
import { emaPair, restartedSum } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE_AND_SIGNAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';

/**
 * Klinger Volume Oscillator: a fast less a slow EMA of the volume force, which is volume with the sign of the
 * trend, weighted by how much of the trend's ranges the bar itself makes; and the EMA of that.
 *
 * @param high          quote currency per unit, oldest first; `low` and `close` alike
 * @param volume        units traded
 * @param fastPeriod    bars of the fast EMA, integer in `[1, 100000]`, 34 when omitted
 * @param slowPeriod    bars of the slow EMA, integer in `[1, 100000]`, 55 when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 13 when omitted
 * @returns             `value` and `signal`, units of `volume` times 100; the longer of the first periods and
 *                      `signalPeriod`, less one, rows are NaN in both (warm-up)
 *
 * The force is `100 volume |2 range / ranges - 1|`, `ranges` summed since the bar before the trend began. The
 * trend is that of `high + low + close` and goes on over bars without change; force is 0 before the first
 * trend and where `ranges` is 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A
 * later NaN makes every later row NaN.
 *
 * Convention: Klinger's by default. TradingView's takes the volume itself for the force, negative on the
 * first bar and where the typical price falls, and EMAs that start from the first row, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Klinger, Identifying Trends with Volume Analysis, Technical Analysis of Stocks and Commodities, 1997
 * @see TradingView, built-in script `Klinger Oscillator`
 * @see tests/golden/beyond/klinger.json, tests/golden/tradingview/klinger.json
 */
export const klinger: Indicator = {
  name: 'klinger',
  title: 'Klinger Volume Oscillator',
  group: 'volume',
  pane: 'own',
  summary: 'Distance of a fast from a slow average of volume force, with a signal.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [period('fastPeriod', 1, 34), period('slowPeriod', 1, 55), period('signalPeriod', 1, 13)],
  outputs: VALUE_AND_SIGNAL,
  unstable: false,
  lookback: ([fast = NaN, slow = NaN, signal = NaN]) => Math.max(fast, slow) + signal - 1,
  stream(params) {
    checkParameters(klinger.params, params);
    return new KlingerStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(klinger.params, params);
      return new KlingerStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  bars: readonly Series[],
  [fastPeriod = NaN, slowPeriod = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const force = convention === 'tradingview' ? signedVolume(bars) : volumeForce(bars);
  const [fast, slow] = emaPair(force, fastPeriod, slowPeriod, convention);
  const value = fast.minus(slow);
  return [value, emaOf(value, signal, convention)];
}

/** `VolumeForce` as a series. */
function volumeForce([high, low, close, volume]: readonly Series[]): Series {
  const change = high!.plus(low!).plus(close!).change();
  const range = high!.minus(low!);
  const trend = lastValid(change.above(0).pick(1, -1), change.equals(0).not());
  const start = range.plus(range.lag(1));
  const ranges = restartedSum(range.from(1), start, trend.equals(trend.lag(1).early(1)).not());
  const weight = ratio(range, ranges, 0.5).times(2).minus(1).abs();
  return weight.times(volume!).times(trend).times(100);
}

/** `SignedVolume` as a series. */
function signedVolume([high, low, close, volume]: readonly Series[]): Series {
  const price = high!.plus(low!).plus(close!).over(3);
  const signed = price.atLeast(price.lag(1)).pick(volume!, volume!.negated());
  return begunWith(volume!.negated(), signed);
}

class KlingerStream extends BlankedStream {
  private readonly force: VolumeForce | SignedVolume;
  private readonly fast: Smoother;
  private readonly slow: Smoother;
  private readonly signal: Smoother;

  constructor(params: readonly number[], convention: Convention) {
    super(convention === 'tradingview' ? 0 : klinger.lookback(params));
    const [fast = NaN, slow = NaN, signal = NaN] = params;
    this.force = convention === 'tradingview' ? new SignedVolume() : new VolumeForce();
    this.fast = movingAverage('ema', fast, convention);
    this.slow = movingAverage('ema', slow, convention);
    this.signal = movingAverage('ema', signal, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const force = this.force.push(row[0]!, row[1]!, row[2]!, row[3]!);
    const value = this.fast.push(force) - this.slow.push(force);
    out[0] = value;
    out[1] = this.signal.push(value);
  }
}

/** Klinger's volume force; NaN on the first bar. */
class VolumeForce {
  private price = NaN;
  private range = NaN;
  private trend = 0;
  /** Ranges of the bars of the trend, and of the one before it. */
  private ranges = 0;
  private hasPrevious = false;

  push(high: number, low: number, close: number, volume: number): number {
    const price = high + low + close;
    const range = high - low;
    const trend = direction(price - this.price, this.trend);
    this.ranges = (trend === this.trend ? this.ranges : this.range) + range;
    this.trend = trend;
    this.price = price;
    this.range = range;
    const weight = Math.abs(2 * quotient(range, this.ranges, 0.5) - 1);
    const isFirst = !this.hasPrevious;
    this.hasPrevious = true;
    return isFirst ? NaN : 100 * volume * weight * trend;
  }
}

/** Volume with the sign of the change of the typical price: added on a rise or no change, else taken away. */
class SignedVolume {
  private price = NaN;

  push(high: number, low: number, close: number, volume: number): number {
    const price = (high + low + close) / 3;
    const sign = price >= this.price ? 1 : -1;
    this.price = price;
    return Number.isNaN(price) ? NaN : sign * volume;
  }
}

/** Trend after a change; that before it where there is none. */
function direction(change: number, before: number): number {
  if (change > 0) return 1;
  return change < 0 ? -1 : before;
}
