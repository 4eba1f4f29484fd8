import { windowMax, windowMin } from '../graph/kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WindowPeak } from '../primitives/window-peak';

/**
 * Lowest and Highest Values: smallest and largest of the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars looked at, integer in `[2, 100000]`, 30 when omitted
 * @returns           `min` and `max` in the unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MINMAX` (tests/golden/talib/minmax.json)
 */
export const minMax: Indicator = {
  name: 'minmax',
  title: 'Lowest and Highest Values',
  group: 'math_operator',
  pane: 'price',
  summary: 'Smallest and largest of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 2, 30)],
  outputs: [
    { name: 'min', kind: 'real', style: 'lower' },
    { name: 'max', kind: 'real', style: 'upper' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(minMax.params, params);
    const [timePeriod = NaN] = params;
    return new MinMaxStream(timePeriod);
  },
  graph: ([real], [timePeriod = NaN]) => [windowMin(real!, timePeriod), windowMax(real!, timePeriod)],
};

class MinMaxStream implements IndicatorStream {
  private readonly lowest: WindowPeak;
  private readonly highest: WindowPeak;
  /** Rows still missing for a full window. */
  private missing: number;
  private hasStarted = false;

  constructor(timePeriod: number) {
    this.lowest = new WindowPeak(timePeriod, 'min');
    this.highest = new WindowPeak(timePeriod, 'max');
    this.missing = timePeriod;
  }

  next(row: Float64Array, out: Float64Array): void {
    this.hasStarted ||= !Number.isNaN(row[0]!);
    if (!this.hasStarted) {
      out.fill(NaN);
      return;
    }
    if (this.missing > 0) this.missing--;
    const min = this.lowest.push(row[0]!);
    const max = this.highest.push(row[0]!);
    out[0] = this.missing > 0 ? NaN : min;
    out[1] = this.missing > 0 ? NaN : max;
  }
}
