import { ratio } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { Delay } from '../primitives/delay';
import { quotient } from '../primitives/quotient';
import { WindowSum } from '../primitives/window-sum';

/**
 * Kaufman's Efficiency Ratio: how far the series came over the last bars as a share of the way it went.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  steps of the way, integer in `[1, 100000]`, 10 when omitted
 * @returns           0 (back where it was) to 1 (a straight run), no unit; rows `0 .. timePeriod - 1` are NaN
 *                    (warm-up)
 *
 * A window without movement gives 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose window holds it or the step from it. No drift: a value depends on at most the last
 * `2 timePeriod` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Kaufman, Trading Systems and Methods, 1998
 * @see tests/golden/beyond/efficiency_ratio.json
 */
export const efficiencyRatio: Indicator = {
  name: 'efficiency_ratio',
  title: 'Efficiency Ratio',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance as a share of the way: 1 in a straight run, 0 going nowhere.',
  inputs: REAL,
  params: [period('timePeriod', 1, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(efficiencyRatio.params, params);
    const [timePeriod = NaN] = params;
    return new EfficiencyRatioStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const way = windowSum(x!.change().abs(), timePeriod);
    return [ratio(x!.change(timePeriod).abs(), way)];
  },
};

class EfficiencyRatioStream extends BlankedStream {
  private readonly past: Delay;
  private readonly way: WindowSum;
  private previous = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.past = new Delay(timePeriod);
    this.way = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const way = this.way.push(Math.abs(x - this.previous));
    this.previous = x;
    out[0] = quotient(Math.abs(x - this.past.push(x)), way);
  }
}
