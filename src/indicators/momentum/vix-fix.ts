import { ratio } from '../graph/blocks';
import { windowMax } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowPeak } from '../primitives/window-peak';

/**
 * Williams' VIX Fix: how far the low is below the highest close of the last bars, in percent; a volatility
 * index for markets that have none.
 *
 * @param low         quote currency per unit, oldest first; `close` alike
 * @param timePeriod  closes of the window, integer in `[1, 100000]`, 22 when omitted
 * @returns           percent; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A highest close of 0 gives 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A
 * later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, The VIX Fix, Active Trader, 2007
 * @see tests/golden/beyond/vix_fix.json
 */
export const vixFix: Indicator = {
  name: 'vix_fix',
  title: 'Williams VIX Fix',
  group: 'momentum',
  pane: 'own',
  summary: 'Fall of the low from the highest close of the last bars, in percent.',
  inputs: prices('low', 'close'),
  params: [period('timePeriod', 1, 22)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(vixFix.params, params);
    const [timePeriod = NaN] = params;
    return new VixFixStream(timePeriod);
  },
  graph([low, close], [timePeriod = NaN]) {
    const highest = windowMax(close!, timePeriod);
    return [ratio(highest.minus(low!), highest).times(100)];
  },
};

class VixFixStream extends BlankedStream {
  private readonly highest: WindowPeak;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.highest = new WindowPeak(timePeriod, 'max');
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const highest = this.highest.push(row[1]!);
    out[0] = 100 * quotient(highest - row[0]!, highest);
  }
}
