import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowAverage } from '../primitives/window-average';

/**
 * Qstick: plain average of the bodies of the last bars, above 0 where most closed above their open.
 *
 * @param open        quote currency per unit, oldest first; `close` alike
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 8 when omitted
 * @returns           quote currency per unit; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes the rows NaN
 * whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see tests/golden/beyond/qstick.json
 */
export const qstick: Indicator = {
  name: 'qstick',
  title: 'Qstick',
  group: 'momentum',
  pane: 'own',
  summary: 'Average body of the last bars.',
  inputs: prices('open', 'close'),
  params: [period('timePeriod', 1, 8)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(qstick.params, params);
    const [timePeriod = NaN] = params;
    return new QstickStream(timePeriod);
  },
  graph: ([open, close], [timePeriod = NaN]) => [windowMean(close!.minus(open!), timePeriod)],
};

class QstickStream extends BlankedStream {
  private readonly average: WindowAverage;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.average = new WindowAverage(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    out[0] = this.average.push(row[1]! - row[0]!);
  }
}
