import { windowMax, windowMin } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { BANDS, prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowRange } from '../primitives/window-range';

/**
 * Donchian Channel: highest high and lowest low of the last `timePeriod` bars, and the middle between them.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  bars of the window, the newest included, integer in `[1, 100000]`, 20 when omitted
 * @returns           `upper`, `middle`, `lower` in quote currency per unit; rows `0 .. timePeriod - 2` are
 *                    NaN in all three (warm-up)
 *
 * A price can touch a line of its own bar but not cross it: to wait for a break, compare with the lines of
 * the bar before. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN
 * makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Donchian, High Finance in Copper, Financial Analysts Journal 16:6, 1960
 * @see tests/golden/beyond/donchian.json
 */
export const donchian: Indicator = {
  name: 'donchian',
  title: 'Donchian Channel',
  group: 'overlap',
  pane: 'price',
  summary: 'Highest high and lowest low of the last bars, and their middle.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 1, 20)],
  outputs: BANDS,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new DonchianStream(params),
  graph([high, low], [timePeriod = NaN]) {
    const highest = windowMax(high!, timePeriod);
    const lowest = windowMin(low!, timePeriod);
    return [highest, highest.plus(lowest).over(2), lowest];
  },
};

class DonchianStream extends BlankedStream {
  private readonly range: WindowRange;

  constructor(params: readonly number[]) {
    checkParameters(donchian.params, params);
    super(donchian.lookback(params));
    const [timePeriod = NaN] = params;
    this.range = new WindowRange(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.range.push(row[0]!, row[1]!);
    const { highest, lowest } = this.range;
    out[0] = highest;
    out[1] = (highest + lowest) / 2;
    out[2] = lowest;
  }
}
