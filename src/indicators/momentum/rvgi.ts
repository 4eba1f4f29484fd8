import { ratio, symmetricAverage } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE_AND_SIGNAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { quotient } from '../primitives/quotient';
import { SymmetricAverage } from '../primitives/symmetric-average';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Relative Vigor Index: body of the bars as a share of their range, both smoothed, and the smoothed line
 * itself.
 *
 * @param open        quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param timePeriod  bars summed, integer in `[1, 100000]`, 10 when omitted
 * @returns           `value` and `signal`, -1 to 1 (no unit); rows `0 .. timePeriod + 4` are NaN in both
 *                    (warm-up)
 *
 * Bodies, ranges and the signal are smoothed by weights 1, 2, 2, 1 over four bars. A window without range
 * gives 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes the
 * rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Relative Vigor Index, Technical Analysis of Stocks and Commodities, 2002
 * @see tests/golden/beyond/rvgi.json
 */
export const rvgi: Indicator = {
  name: 'rvgi',
  title: 'Relative Vigor Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Smoothed body of the bars as a share of their range, with a signal.',
  inputs: prices('open', 'high', 'low', 'close'),
  params: [period('timePeriod', 1, 10)],
  outputs: VALUE_AND_SIGNAL,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod + 5,
  stream(params) {
    checkParameters(rvgi.params, params);
    const [timePeriod = NaN] = params;
    return new RvgiStream(timePeriod);
  },
  graph([open, high, low, close], [timePeriod = NaN]) {
    const bodies = windowSum(symmetricAverage(close!.minus(open!)), timePeriod);
    const value = ratio(bodies, windowSum(symmetricAverage(high!.minus(low!)), timePeriod));
    return [value, symmetricAverage(value)];
  },
};

class RvgiStream extends BlankedStream {
  private readonly body = new SymmetricAverage();
  private readonly range = new SymmetricAverage();
  private readonly signal = new SymmetricAverage();
  private readonly bodies: WindowSum;
  private readonly ranges: WindowSum;

  constructor(timePeriod: number) {
    super(timePeriod + 5);
    this.bodies = new WindowSum(timePeriod);
    this.ranges = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const bodies = this.bodies.push(this.body.push(row[3]! - row[0]!));
    const ranges = this.ranges.push(this.range.push(row[1]! - row[2]!));
    const value = quotient(bodies, ranges);
    out[0] = value;
    out[1] = this.signal.push(value);
  }
}
