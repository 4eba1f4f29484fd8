import { windowComoments } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowComoments } from '../primitives/window-comoments';

/**
 * Roll's effective spread: what a trade there and back costs, from how far closes jump between bid and ask:
 * `2 sqrt(-covariance)` of successive price changes.
 *
 * @param real        trade prices, oldest first
 * @param timePeriod  pairs of successive changes, integer in `[2, 100000]`, 20 when omitted
 * @returns           unit of `real`, >= 0; rows `0 .. timePeriod` are NaN (warm-up)
 *
 * The covariance is that of a sample. Where it is not negative the model does not hold, and the spread is 0.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window
 * holds a change with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Roll, A Simple Implicit Measure of the Effective Bid-Ask Spread, Journal of Finance, 1984
 * @see numpy over each window (tests/golden/beyond/roll_spread.json)
 */
export const rollSpread: Indicator = {
  name: 'roll_spread',
  title: 'Roll Spread',
  group: 'volatility',
  pane: 'own',
  summary: 'Bid-ask spread as the jumps of the closes let it be seen.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod + 1,
  stream(params) {
    checkParameters(rollSpread.params, params);
    const [timePeriod = NaN] = params;
    return new RollSpreadStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const change = x!.change();
    const { covariance } = windowComoments(change.lag(1), change, timePeriod);
    const factor = timePeriod / (timePeriod - 1);
    return [covariance.times(-factor).max(0).sqrt().times(2)];
  },
};

class RollSpreadStream extends BlankedStream {
  private readonly window: WindowComoments;
  private readonly factor: number;
  private last = NaN;
  private lastChange = NaN;
  private taken = 0;

  constructor(timePeriod: number) {
    super(timePeriod + 1);
    this.window = new WindowComoments(timePeriod);
    this.factor = timePeriod / (timePeriod - 1);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const change = row[0]! - this.last;
    if (this.taken > 1) this.window.push(this.lastChange, change);
    else this.taken++;
    this.last = row[0]!;
    this.lastChange = change;
    out[0] = 2 * Math.sqrt(Math.max(0, -this.window.covariance * this.factor));
  }
}
