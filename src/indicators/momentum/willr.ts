import { windowMax, windowMin } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WindowRange } from '../primitives/window-range';

/**
 * Williams' %R: how far the close lies below the highest high of the last `timePeriod` bars, in percent of
 * their range.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, -100 (at the lowest low) to 0 (at the highest high); rows
 *                    `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window without range gives 0, as in TA-Lib. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN in `high` or `low` makes the rows NaN whose window holds it, one in `close`
 * its own row.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, How I Made One Million Dollars Last Year Trading Commodities, 1973
 * @see TA-Lib 0.7.1 `TA_WILLR` (tests/golden/talib/willr.json)
 */
export const willr: Indicator = {
  name: 'willr',
  title: "Williams' %R",
  group: 'momentum',
  pane: 'own',
  summary: 'How far the close lies below the highest high, -100 to 0.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(willr.params, params);
    const [timePeriod = NaN] = params;
    return new WillrStream(timePeriod);
  },
  graph([high, low, close], [timePeriod = NaN]) {
    const highest = windowMax(high!, timePeriod);
    const range = highest.minus(windowMin(low!, timePeriod));
    return [range.equals(0).pick(0, highest.minus(close!).times(-100).over(range))];
  },
};

class WillrStream extends FullRowStream {
  private readonly range: WindowRange;
  private missing: number;

  constructor(timePeriod: number) {
    super();
    this.range = new WindowRange(timePeriod);
    this.missing = timePeriod - 1;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.range.push(row[0]!, row[1]!);
    out[0] = this.missing > 0 ? NaN : this.depth(row[2]!);
    if (this.missing > 0) this.missing--;
  }

  private depth(close: number): number {
    const { highest, lowest } = this.range;
    const percent = (highest - lowest) / -100;
    return percent === 0 && !Number.isNaN(close) ? 0 : (highest - close) / percent;
  }
}
