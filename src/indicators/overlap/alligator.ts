import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, MAX_PERIOD, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { BlankedStream } from '../primitives/blanked-stream';
import { WilderAverage } from '../primitives/wilder-average';

const offset = (name: string, standard: number) =>
  ({ name, kind: 'integer', min: 0, max: MAX_PERIOD, default: standard }) as const;

/**
 * Alligator: three smoothed averages of the middle of the bars, each drawn some bars ahead.
 *
 * @param high         quote currency per unit, oldest first; `low` alike
 * @param jawPeriod    bars of smoothing, integer in `[1, 100000]`, 13 when omitted; `teethPeriod` alike (8),
 *                     `lipsPeriod` alike (5)
 * @param jawOffset    bars by which the line is drawn ahead, integer in `[0, 100000]`, 8 when omitted;
 *                     `teethOffset` alike (5), `lipsOffset` alike (3)
 * @returns            `jaw`, `teeth`, `lips` in quote currency per unit; the rows before the one at which all
 *                     three have begun are NaN in all three (warm-up): the largest period plus offset, less
 *                     one
 *
 * A row holds what is drawn at it: the averages of `offset` rows before. Nothing looks ahead. The averages
 * are those of `smma`, and begin with a plain mean. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes a line NaN from `offset` rows after it on.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, New Trading Dimensions, 1998
 * @see tulipy 0.4.0 `wilders` (tests/golden/beyond/alligator.json)
 */
export const alligator: Indicator = {
  name: 'alligator',
  title: 'Alligator',
  group: 'overlap',
  pane: 'price',
  summary: 'Three smoothed averages, drawn ahead, that part when there is a trend.',
  inputs: prices('high', 'low'),
  params: [
    period('jawPeriod', 1, 13),
    offset('jawOffset', 8),
    period('teethPeriod', 1, 8),
    offset('teethOffset', 5),
    period('lipsPeriod', 1, 5),
    offset('lipsOffset', 3),
  ],
  outputs: [
    { name: 'jaw', kind: 'real', style: 'line' },
    { name: 'teeth', kind: 'real', style: 'line' },
    { name: 'lips', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([jaw = NaN, jawOffset = NaN, teeth = NaN, teethOffset = NaN, lips = NaN, lipsOffset = NaN]) =>
    Math.max(jaw + jawOffset, teeth + teethOffset, lips + lipsOffset) - 1,
  stream: (params) => new AlligatorStream(params),
  graph([high, low], params) {
    const middle = high!.plus(low!).over(2);
    return [0, 2, 4].map((k) => wilderAverage(middle, params[k] ?? NaN).lag(params[k + 1] ?? NaN));
  },
};

class AlligatorStream extends BlankedStream {
  private readonly averages: WilderAverage[];
  private readonly delays: Delay[];
  private readonly values = new Float64Array(3);

  constructor(params: readonly number[]) {
    checkParameters(alligator.params, params);
    super(alligator.lookback(params));
    this.averages = [0, 2, 4].map((k) => new WilderAverage(params[k] ?? NaN));
    this.delays = [1, 3, 5].map((k) => new Delay(params[k] ?? NaN));
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const middle = (row[0]! + row[1]!) / 2;
    for (let k = 0; k < this.values.length; k++) {
      this.values[k] = this.delays[k]!.push(this.averages[k]!.push(middle));
    }
    out.set(this.values);
  }
}
