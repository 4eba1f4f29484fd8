import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';

/**
 * Volume Oscillator: a fast less a slow plain average of the volume, in percent of the slow one.
 *
 * @param volume      units traded, oldest first
 * @param fastPeriod  bars of the fast average, integer in `[1, 100000]`, 5 when omitted
 * @param slowPeriod  bars of the slow average, integer in `[1, 100000]`, 10 when omitted
 * @returns           percent; the longer period less one rows are NaN (warm-up)
 *
 * TradingView takes EMAs, as `pvo` does here. With the periods the wrong way round they change places. A slow window
 * without volume gives 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN
 * whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Achelis, Technical Analysis from A to Z, 1995
 * @see tests/golden/beyond/volume_oscillator.json
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
    return new VolumeOscillatorStream(params);
  },
};

class VolumeOscillatorStream extends BlankedStream {
  private readonly fast: WindowAverage;
  private readonly slow: WindowAverage;

  constructor(params: readonly number[]) {
    super(volumeOscillator.lookback(params));
    const [fast = NaN, slow = NaN] = params;
    this.fast = new WindowAverage(Math.min(fast, slow));
    this.slow = new WindowAverage(Math.max(fast, slow));
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const slow = this.slow.push(row[0]!);
    out[0] = 100 * quotient(this.fast.push(row[0]!) - slow, slow);
  }
}
