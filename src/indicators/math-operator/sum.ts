import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
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

class SumStream extends ColumnStream {
  private readonly window: WindowSum;
  /** Rows still missing for a full window. */
  private missing: number;
  private hasStarted = false;

  constructor(timePeriod: number) {
    super(1, 1);
    this.window = new WindowSum(timePeriod);
    this.missing = timePeriod;
  }

  override take([x]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
    for (let i = from; i < to; i++) y![i] = this.push(x![i]!);
  }

  private push(x: number): number {
    this.hasStarted ||= !Number.isNaN(x);
    if (!this.hasStarted) return NaN;
    if (this.missing > 0) this.missing--;
    const total = this.window.push(x);
    return this.missing > 0 ? NaN : total;
  }
}
