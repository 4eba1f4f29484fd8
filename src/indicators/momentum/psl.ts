import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Psychological Line: share of the last bars that rose.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars counted, integer in `[1, 100000]`, 12 when omitted
 * @returns           percent, 0 to 100; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A bar without change did not rise. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose window holds it or the step from it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see tests/golden/beyond/psl.json
 */
export const psl: Indicator = {
  name: 'psl',
  title: 'Psychological Line',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of the last bars that rose, 0 to 100.',
  inputs: REAL,
  params: [period('timePeriod', 1, 12)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(psl.params, params);
    const [timePeriod = NaN] = params;
    return new PslStream(timePeriod);
  },
  graph: ([x], [timePeriod = NaN]) => [
    windowSum(x!.above(x!.lag(1)).pick(1, 0), timePeriod, 100 / timePeriod),
  ],
};

class PslStream extends BlankedStream {
  private readonly rises: WindowSum;
  private readonly period: number;
  private previous = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.rises = new WindowSum(timePeriod);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const change = row[0]! - this.previous;
    this.previous = row[0]!;
    const none = Number.isNaN(change) ? NaN : 0;
    out[0] = (100 * this.rises.push(change > 0 ? 1 : none)) / this.period;
  }
}
