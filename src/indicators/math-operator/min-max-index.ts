import { extremeRow, windowMax, windowMin } from '../graph/kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WindowExtreme } from '../primitives/window-extreme';

/**
 * Indexes of the Lowest and Highest Values: rows of the smallest and the largest of the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars looked at, integer in `[2, 100000]`, 30 when omitted
 * @returns           `minIndex` and `maxIndex`, row numbers from 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Rows are counted from the beginning of the column. Of equal extremes the one found first stays until a
 * later row equals or beats it, as in TA-Lib. Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MINMAXINDEX` (tests/golden/talib/minmaxindex.json)
 */
export const minMaxIndex: Indicator = {
  name: 'minmaxindex',
  title: 'Indexes of the Lowest and Highest Values',
  group: 'math_operator',
  pane: 'own',
  summary: 'Rows of the smallest and the largest of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 2, 30)],
  outputs: [
    { name: 'minIndex', kind: 'integer', style: 'line' },
    { name: 'maxIndex', kind: 'integer', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(minMaxIndex.params, params);
    const [timePeriod = NaN] = params;
    return new MinMaxIndexStream(timePeriod);
  },
  graph([real], [timePeriod = NaN]) {
    const extremes = [windowMin(real!, timePeriod), windowMax(real!, timePeriod)];
    return extremes.map((extreme) => extremeRow(real!, extreme, timePeriod));
  },
};

class MinMaxIndexStream implements IndicatorStream {
  private readonly lowest: WindowExtreme;
  private readonly highest: WindowExtreme;
  /** Rows still missing for a full window. */
  private missing: number;
  private hasStarted = false;
  /** Rows before the first number. */
  private before = 0;

  constructor(timePeriod: number) {
    this.lowest = new WindowExtreme(timePeriod, 'min', 'kept');
    this.highest = new WindowExtreme(timePeriod, 'max', 'kept');
    this.missing = timePeriod;
  }

  next(row: Float64Array, out: Float64Array): void {
    this.hasStarted ||= !Number.isNaN(row[0]!);
    if (!this.hasStarted) {
      this.before++;
      out.fill(NaN);
      return;
    }
    if (this.missing > 0) this.missing--;
    this.lowest.push(row[0]!);
    this.highest.push(row[0]!);
    out[0] = this.missing > 0 ? NaN : this.lowest.row + this.before;
    out[1] = this.missing > 0 ? NaN : this.highest.row + this.before;
  }
}
