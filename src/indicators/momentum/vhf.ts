import { ratio } from '../graph/blocks';
import { windowMax, windowMin, windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowRange } from '../primitives/window-range';
import { WindowSum } from '../primitives/window-sum';

/**
 * Vertical Horizontal Filter: range of the last rows as a share of the way from row to row, high in a trend.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows of the range and steps of the way, integer in `[1, 100000]`, 28 when omitted
 * @returns           0 to 1 (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A window without movement gives 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose window holds it or the step from it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see White, Vertical Horizontal Filter, Futures, 1991
 * @see tests/golden/beyond/vhf.json
 */
export const vhf: Indicator = {
  name: 'vhf',
  title: 'Vertical Horizontal Filter',
  group: 'momentum',
  pane: 'own',
  summary: 'Whether the price trends (high) or moves sideways (low), 0 to 1.',
  inputs: REAL,
  params: [period('timePeriod', 1, 28)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(vhf.params, params);
    const [timePeriod = NaN] = params;
    return new VhfStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const reach = windowMax(x!, timePeriod).minus(windowMin(x!, timePeriod));
    return [ratio(reach, windowSum(x!.change().abs(), timePeriod))];
  },
};

class VhfStream extends BlankedStream {
  private readonly range: WindowRange;
  private readonly way: WindowSum;
  private previous = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.range = new WindowRange(timePeriod);
    this.way = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.range.push(x, x);
    const way = this.way.push(Math.abs(x - this.previous));
    this.previous = x;
    out[0] = quotient(this.range.highest - this.range.lowest, way);
  }
}
