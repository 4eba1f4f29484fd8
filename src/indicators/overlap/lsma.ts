import { linePoint } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, MAX_PERIOD, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowLine } from '../primitives/window-line';

/**
 * Least Squares Moving Average: the line of least squares through the last bars, read some bars before its
 * end.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 25 when omitted
 * @param offset      bars before the newest one at which the line is read, integer in `[-100000, 100000]`, 0
 *                    when omitted; a negative one reads the line ahead, as a forecast
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * With offset 0 it is `linearreg`, with -1 `tsf`. Leading NaN are skipped: warm-up begins at the first
 * number. A later NaN makes the rows NaN whose window holds it. No drift: a value depends on at most the last
 * `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TradingView, Pine Script reference manual v6, `ta.linreg` (the sign of the offset)
 * @see numpy 2.4.6 `polyfit` (tests/golden/beyond/lsma.json)
 */
export const lsma: Indicator = {
  name: 'lsma',
  title: 'Least Squares Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'End of the least-squares line through the last bars, or a point of it before or ahead.',
  inputs: REAL,
  params: [
    period('timePeriod', 2, 25),
    { name: 'offset', kind: 'integer', min: -MAX_PERIOD, max: MAX_PERIOD, default: 0 },
  ],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new LsmaStream(params),
  graph([x], [timePeriod = NaN, offset = NaN]) {
    return [linePoint(x!, timePeriod, (timePeriod - 1) / 2 - offset)];
  },
};

class LsmaStream extends BlankedStream {
  private readonly line: WindowLine;
  /** Rows from the oldest of the window to the one at which the line is read. */
  private readonly place: number;

  constructor(params: readonly number[]) {
    checkParameters(lsma.params, params);
    super(lsma.lookback(params));
    const [timePeriod = NaN, offset = NaN] = params;
    this.line = new WindowLine(timePeriod);
    this.place = timePeriod - 1 - offset;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.line.push(row[0]!);
    out[0] = this.line.intercept + this.line.slope * this.place;
  }
}
