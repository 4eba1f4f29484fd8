import { ratio } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowSum } from '../primitives/window-sum';

/**
 * BRAR: reach of the bars above their opens against that below them (`ar`, mood), and above and below the
 * close before (`br`, will).
 *
 * @param open        quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @param timePeriod  bars summed, integer in `[1, 100000]`, 26 when omitted
 * @returns           `ar` and `br` in percent, 100 where both sides are equal; rows `0 .. timePeriod - 1` are
 *                    NaN in both (warm-up)
 *
 * Where no bar reached below, the result is 100. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN makes the rows NaN whose window holds it or the step from it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see tests/golden/beyond/brar.json
 */
export const brar: Indicator = {
  name: 'brar',
  title: 'BRAR',
  group: 'momentum',
  pane: 'own',
  summary: 'Reach above against reach below, from the open and from the close before.',
  inputs: prices('open', 'high', 'low', 'close'),
  params: [period('timePeriod', 1, 26)],
  outputs: [
    { name: 'ar', kind: 'real', style: 'line' },
    { name: 'br', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(brar.params, params);
    const [timePeriod = NaN] = params;
    return new BrarStream(timePeriod);
  },
  graph([open, high, low, close], [timePeriod = NaN]) {
    const previous = close!.lag(1);
    const sum = (x: Series): Series => windowSum(x, timePeriod);
    const ar = ratio(sum(high!.minus(open!)), sum(open!.minus(low!)), 1);
    const br = ratio(sum(high!.minus(previous).max(0)), sum(previous.minus(low!).max(0)), 1);
    return [ar.times(100), br.times(100)];
  },
};

class BrarStream extends BlankedStream {
  private readonly aboveOpen: WindowSum;
  private readonly belowOpen: WindowSum;
  private readonly aboveClose: WindowSum;
  private readonly belowClose: WindowSum;
  private previous = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.aboveOpen = new WindowSum(timePeriod);
    this.belowOpen = new WindowSum(timePeriod);
    this.aboveClose = new WindowSum(timePeriod);
    this.belowClose = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const [open, high, low] = [row[0]!, row[1]!, row[2]!];
    const aboveOpen = this.aboveOpen.push(high - open);
    const aboveClose = this.aboveClose.push(Math.max(high - this.previous, 0));
    out[0] = 100 * quotient(aboveOpen, this.belowOpen.push(open - low), 1);
    out[1] = 100 * quotient(aboveClose, this.belowClose.push(Math.max(this.previous - low, 0)), 1);
    this.previous = row[3]!;
  }
}
