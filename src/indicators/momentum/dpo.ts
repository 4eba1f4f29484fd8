import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { Delay } from '../primitives/delay';
import { WindowAverage } from '../primitives/window-average';

/**
 * Detrended Price Oscillator: the series less its plain average of `timePeriod / 2 + 1` bars ago, rounded
 * down, which leaves the cycles shorter than the average.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 20 when omitted (21 on TradingView)
 * @returns           unit of `real`; `timePeriod + floor(timePeriod / 2)` rows are NaN (warm-up)
 *
 * The causal form: the centred one of some charts moves the line back by half a period, where it was not
 * known yet. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN
 * whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Achelis, Technical Analysis from A to Z, 1995
 * @see tests/golden/beyond/dpo.json
 */
export const dpo: Indicator = {
  name: 'dpo',
  title: 'Detrended Price Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of the price from an earlier average.',
  inputs: REAL,
  params: [period('timePeriod', 1, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod + Math.floor(timePeriod / 2),
  stream(params) {
    checkParameters(dpo.params, params);
    const [timePeriod = NaN] = params;
    return new DpoStream(timePeriod);
  },
  graph: ([x], [timePeriod = NaN]) => [
    x!.minus(windowMean(x!, timePeriod).lag(Math.floor(timePeriod / 2) + 1)),
  ],
};

class DpoStream extends BlankedStream {
  private readonly average: WindowAverage;
  private readonly past: Delay;

  constructor(timePeriod: number) {
    super(dpo.lookback([timePeriod]));
    this.average = new WindowAverage(timePeriod);
    this.past = new Delay(Math.floor(timePeriod / 2) + 1);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    out[0] = row[0]! - this.past.push(this.average.push(row[0]!));
  }
}
