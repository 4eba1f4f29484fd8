import { ratio, trueRange as rangeOf } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { quotient } from '../primitives/quotient';
import { TrueRange } from '../primitives/true-range';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Vortex Indicator: movement from each low to the next high (`plus`) and from each high to the next low
 * (`minus`), as shares of the true range.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars summed, integer in `[1, 100000]`, 14 when omitted
 * @returns           `plus` and `minus`, around 1 (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A window without true range gives 0 in both. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN makes the rows NaN whose window holds it or the step from it. No drift: a value
 * depends on at most the last `2 timePeriod` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Botes and Siepman, The Vortex Indicator, Technical Analysis of Stocks and Commodities, 2010
 * @see tests/golden/beyond/vortex.json
 */
export const vortex: Indicator = {
  name: 'vortex',
  title: 'Vortex Indicator',
  group: 'momentum',
  pane: 'own',
  summary: 'Upward and downward movement from bar to bar as shares of the true range.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 14)],
  outputs: [
    { name: 'plus', kind: 'real', style: 'line' },
    { name: 'minus', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(vortex.params, params);
    const [timePeriod = NaN] = params;
    return new VortexStream(timePeriod);
  },
  graph([high, low, close], [timePeriod = NaN]) {
    const sum = (x: Series): Series => windowSum(x, timePeriod);
    const ranges = sum(rangeOf(high!, low!, close!));
    const plus = sum(high!.minus(low!.lag(1)).abs());
    const minus = sum(low!.minus(high!.lag(1)).abs());
    return [ratio(plus, ranges), ratio(minus, ranges)];
  },
};

class VortexStream extends BlankedStream {
  private readonly range = new TrueRange();
  private readonly ranges: WindowSum;
  private readonly plus: WindowSum;
  private readonly minus: WindowSum;
  private high = NaN;
  private low = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.ranges = new WindowSum(timePeriod);
    this.plus = new WindowSum(timePeriod);
    this.minus = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const high = row[0]!;
    const low = row[1]!;
    const ranges = this.ranges.push(this.range.push(high, low, row[2]!));
    out[0] = quotient(this.plus.push(Math.abs(high - this.low)), ranges);
    out[1] = quotient(this.minus.push(Math.abs(low - this.high)), ranges);
    this.high = high;
    this.low = low;
  }
}
