import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WindowSum } from '../primitives/window-sum';

/** TA-Lib's test for a window without trading: money flow below this, in currency, counts as none. */
const LEAST_FLOW = 1;

/**
 * Money Flow Index: share of the money flow of bars whose typical price rose in that of the last
 * `timePeriod` bars that rose or fell.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      units traded
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, 0 to 100; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A money flow (typical price times volume) below 1 over the whole window gives 0, as in TA-Lib, so tiny
 * volumes always do. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN
 * makes the rows NaN whose window holds it or the change from it. No drift: a value depends on at most the
 * last `2 timePeriod` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Quong and Soudack, Volume-Weighted RSI: Money Flow, 1989
 * @see TA-Lib 0.7.1 `TA_MFI`, no unstable period (tests/golden/talib/mfi.json)
 */
export const mfi: Indicator = {
  name: 'mfi',
  title: 'Money Flow Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of money flow into rising bars, 0 to 100.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(mfi.params, params);
    const [timePeriod = NaN] = params;
    return new MfiStream(timePeriod);
  },
  graph([high, low, close, volume], [timePeriod = NaN]) {
    const typical = high!.plus(low!).plus(close!).over(3).kept();
    const flow = typical.times(volume!);
    const change = typical.change();
    const rising = windowSum(change.above(0).pick(flow, 0), timePeriod);
    const flows = rising.plus(windowSum(change.below(0).pick(flow, 0), timePeriod));
    return [flows.below(LEAST_FLOW).pick(0, rising.over(flows).times(100))];
  },
};

class MfiStream extends FullRowStream {
  private readonly rising: WindowSum;
  private readonly falling: WindowSum;
  private readonly period: number;
  private previous = NaN;
  private rows = 0;

  constructor(timePeriod: number) {
    super();
    this.rising = new WindowSum(timePeriod);
    this.falling = new WindowSum(timePeriod);
    this.period = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const typical = (row[0]! + row[1]! + row[2]!) / 3;
    const change = typical - this.previous;
    this.previous = typical;
    out[0] = this.rows++ === 0 ? NaN : this.share(change, typical * row[3]!);
  }

  private share(change: number, flow: number): number {
    const none = Number.isNaN(change + flow) ? NaN : 0;
    const rising = this.rising.push(change > 0 ? flow : none);
    const flows = rising + this.falling.push(change < 0 ? flow : none);
    if (this.rows <= this.period) return NaN;
    return flows < LEAST_FLOW ? 0 : 100 * (rising / flows);
  }
}
