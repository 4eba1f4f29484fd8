import { windowMean } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowAverage } from '../primitives/window-average';

/**
 * Awesome Oscillator: a fast less a slow plain average of the median price.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param fastPeriod  bars of the fast average, integer in `[1, 100000]`, 5 when omitted
 * @param slowPeriod  bars of the slow average, integer in `[1, 100000]`, 34 when omitted
 * @returns           quote currency per unit; the longer period less one rows are NaN (warm-up)
 *
 * With the periods the wrong way round the sign turns. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes the rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, New Trading Dimensions, 1998
 * @see tests/golden/beyond/awesome_oscillator.json
 */
export const awesomeOscillator: Indicator = {
  name: 'awesome_oscillator',
  title: 'Awesome Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of a fast from a slow average of the median price.',
  inputs: prices('high', 'low'),
  params: [period('fastPeriod', 1, 5), period('slowPeriod', 1, 34)],
  outputs: [{ name: 'value', kind: 'real', style: 'histogram' }],
  unstable: false,
  lookback: ([fast = NaN, slow = NaN]) => Math.max(fast, slow) - 1,
  stream(params) {
    checkParameters(awesomeOscillator.params, params);
    return new AwesomeOscillatorStream(params);
  },
  graph: ([high, low], [fast = NaN, slow = NaN]) => [medianPriceDistance(high!, low!, fast, slow)],
};

class AwesomeOscillatorStream extends BlankedStream {
  private readonly distance: MedianPriceDistance;

  constructor(params: readonly number[]) {
    super(awesomeOscillator.lookback(params));
    const [fast = NaN, slow = NaN] = params;
    this.distance = new MedianPriceDistance(fast, slow);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    out[0] = this.distance.push(row[0]!, row[1]!);
  }
}

/** A fast less a slow plain average of the median price; NaN before the first full windows. */
export class MedianPriceDistance {
  private readonly fast: WindowAverage;
  private readonly slow: WindowAverage;

  /** @param fast, slow  bars averaged, integers >= 1 */
  constructor(fast: number, slow: number) {
    this.fast = new WindowAverage(fast);
    this.slow = new WindowAverage(slow);
  }

  /** Takes the next bar and returns the distance. */
  push(high: number, low: number): number {
    const price = (high + low) / 2;
    return this.fast.push(price) - this.slow.push(price);
  }
}

/** The same as a series. */
export function medianPriceDistance(high: Series, low: Series, fast: number, slow: number): Series {
  const price = high.plus(low).times(0.5);
  return windowMean(price, fast).minus(windowMean(price, slow));
}
