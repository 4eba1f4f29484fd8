import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowAverage } from '../primitives/window-average';
import { MedianPriceDistance, medianPriceDistance } from './awesome-oscillator';

/**
 * Accelerator Oscillator: the Awesome Oscillator less its own plain average.
 *
 * @param high          quote currency per unit, oldest first; `low` alike
 * @param fastPeriod    bars of the fast average, integer in `[1, 100000]`, 5 when omitted
 * @param slowPeriod    bars of the slow average, integer in `[1, 100000]`, 34 when omitted
 * @param signalPeriod  bars of the average taken away, integer in `[1, 100000]`, 5 when omitted
 * @returns             quote currency per unit; the longer of the first periods and `signalPeriod`, less two,
 *                      rows are NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes the rows NaN
 * whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, New Trading Dimensions, 1998
 * @see tests/golden/beyond/accelerator_oscillator.json
 */
export const acceleratorOscillator: Indicator = {
  name: 'accelerator_oscillator',
  title: 'Accelerator Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of the Awesome Oscillator from its own average.',
  inputs: prices('high', 'low'),
  params: [period('fastPeriod', 1, 5), period('slowPeriod', 1, 34), period('signalPeriod', 1, 5)],
  outputs: [{ name: 'value', kind: 'real', style: 'histogram' }],
  unstable: false,
  lookback: ([fast = NaN, slow = NaN, signal = NaN]) => Math.max(fast, slow) + signal - 2,
  stream(params) {
    checkParameters(acceleratorOscillator.params, params);
    return new AcceleratorOscillatorStream(params);
  },
  graph([high, low], [fast = NaN, slow = NaN, signal = NaN]) {
    const distance = medianPriceDistance(high!, low!, fast, slow);
    return [distance.minus(windowMean(distance, signal))];
  },
};

class AcceleratorOscillatorStream extends BlankedStream {
  private readonly distance: MedianPriceDistance;
  private readonly average: WindowAverage;

  constructor(params: readonly number[]) {
    super(acceleratorOscillator.lookback(params));
    const [fast = NaN, slow = NaN, signal = NaN] = params;
    this.distance = new MedianPriceDistance(fast, slow);
    this.average = new WindowAverage(signal);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const distance = this.distance.push(row[0]!, row[1]!);
    out[0] = distance - this.average.push(distance);
  }
}
