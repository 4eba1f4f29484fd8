import { windowVariance } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WindowMoments } from '../primitives/window-moments';

/**
 * Variance: mean squared distance of the last bars from their mean.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 5 when omitted
 * @param nbDev       any number, 1 when omitted; without effect, as in TA-Lib
 * @returns           square of the unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Of a whole population: divided by `timePeriod`.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_VAR` (tests/golden/talib/var.json)
 */
export const variance: Indicator = {
  name: 'var',
  title: 'Variance',
  group: 'statistic',
  pane: 'own',
  summary: 'Mean squared distance of the last bars from their mean.',
  inputs: REAL,
  params: [period('timePeriod', 1, 5), real('nbDev', 1)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(variance.params, params);
    const [timePeriod = NaN] = params;
    return new VarStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    return [timePeriod === 1 ? x!.minus(x!) : windowVariance(x!, timePeriod)];
  },
};

class VarStream extends FullRowStream {
  private readonly window: WindowMoments;
  /** Rows still missing for a full window. */
  private missing: number;

  constructor(timePeriod: number) {
    super();
    this.window = new WindowMoments(timePeriod);
    this.missing = timePeriod;
  }

  protected take(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    if (this.missing > 0) this.missing--;
    if (this.missing > 0) {
      out[0] = NaN;
      return;
    }
    out[0] = Math.max(0, this.window.variance);
  }
}
