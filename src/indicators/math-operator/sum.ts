import { windowSum } from '../graph/kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WindowSum } from '../primitives/window-sum';

/**
 * Sum: sum of the last `timePeriod` rows.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars summed, integer in `[2, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it. No drift: a value depends on at most the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SUM` (tests/golden/talib/sum.json)
 */
export const sum: Indicator = {
  name: 'sum',
  title: 'Sum',
  group: 'math_operator',
  pane: 'own',
  summary: 'Sum of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 2, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(sum.params, params);
    const [timePeriod = NaN] = params;
    return new SumStream(timePeriod);
  },
  graph: ([real], [timePeriod = NaN]) => [windowSum(real!, timePeriod)],
};

class SumStream implements IndicatorStream {
  private readonly window: WindowSum;
  /** Rows still missing for a full window. */
  private missing: number;
  private hasStarted = false;

  constructor(timePeriod: number) {
    this.window = new WindowSum(timePeriod);
    this.missing = timePeriod;
  }

  next(row: Float64Array, out: Float64Array): void {
    this.hasStarted ||= !Number.isNaN(row[0]!);
    if (!this.hasStarted) {
      out[0] = NaN;
      return;
    }
    if (this.missing > 0) this.missing--;
    const total = this.window.push(row[0]!);
    out[0] = this.missing > 0 ? NaN : total;
  }
}
