import type { Convention } from '../convention';
import { ratio } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import { emaPair } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import type { MaType } from '../ma-type';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';

/**
 * Volume Oscillator: a fast less a slow plain average of the volume, in percent of the slow one.
 *
 * @param volume      units traded, oldest first
 * @param fastPeriod  bars of the fast average, integer in `[1, 100000]`, 5 when omitted
 * @param slowPeriod  bars of the slow average, integer in `[1, 100000]`, 10 when omitted
 * @returns           percent; the longer period less one rows are NaN (warm-up)
 *
 * With the periods the wrong way round they change places. A slow window without volume gives 0. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose windows hold it.
 *
 * Convention: plain averages by default. TradingView's are EMAs that start from the first row, without
 * warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Achelis, Technical Analysis from A to Z, 1995
 * @see TradingView, built-in script `Volume Oscillator`
 * @see tests/golden/beyond/volume_oscillator.json, tests/golden/tradingview/volume_oscillator.json
 */
export const volumeOscillator: Indicator = {
  name: 'volume_oscillator',
  title: 'Volume Oscillator',
  group: 'volume',
  pane: 'own',
  summary: 'Distance of a fast from a slow plain average of volume, in percent.',
  inputs: prices('volume'),
  params: [period('fastPeriod', 1, 5), period('slowPeriod', 1, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: ([fast = NaN, slow = NaN]) => Math.max(fast, slow) - 1,
  stream(params) {
    checkParameters(volumeOscillator.params, params);
    return new VolumeOscillatorStream(volumeOscillator.lookback(params), params, 'sma');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(volumeOscillator.params, params);
      return new VolumeOscillatorStream(0, params, 'ema');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [volume]: readonly Series[],
  [fastPeriod = NaN, slowPeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const lengths = [Math.min(fastPeriod, slowPeriod), Math.max(fastPeriod, slowPeriod)] as const;
  const [fast, slow] =
    convention === 'tradingview'
      ? emaPair(volume!, ...lengths, convention)
      : lengths.map((length) => windowMean(volume!, length));
  return [ratio(fast!.minus(slow!), slow!).times(100)];
}

class VolumeOscillatorStream extends BlankedStream {
  private readonly fast: Smoother;
  private readonly slow: Smoother;

  constructor(lookback: number, [fast = NaN, slow = NaN]: readonly number[], type: MaType) {
    super(lookback);
    this.fast = movingAverage(type, Math.min(fast, slow), 'tradingview');
    this.slow = movingAverage(type, Math.max(fast, slow), 'tradingview');
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const slow = this.slow.push(row[0]!);
    out[0] = 100 * quotient(this.fast.push(row[0]!) - slow, slow);
  }
}
