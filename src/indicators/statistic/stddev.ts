import { windowDeviation } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WindowMoments } from '../primitives/window-moments';
import { EPSILON } from '../primitives/near-zero';

/**
 * Standard Deviation: root of the mean squared distance of the last bars from their mean.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 5 when omitted
 * @param nbDev       deviations, any number, 1 when omitted
 * @returns           unit of `real`, times `nbDev`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A variance below 1e-14 counts as 0, as in TA-Lib. Of a whole population: divided by `timePeriod`.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_STDDEV` (tests/golden/talib/stddev.json)
 */
export const stddev: Indicator = {
  name: 'stddev',
  title: 'Standard Deviation',
  group: 'statistic',
  pane: 'own',
  summary: 'Root of the mean squared distance of the last bars from their mean.',
  inputs: REAL,
  params: [period('timePeriod', 2, 5), real('nbDev', 1)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(stddev.params, params);
    const [timePeriod = NaN, nbDev = NaN] = params;
    return new StddevStream(timePeriod, nbDev);
  },
  graph([x], [timePeriod = NaN, nbDev = NaN]) {
    return [windowDeviation(x!, timePeriod, EPSILON, nbDev)];
  },
};

class StddevStream extends FullRowStream {
  private readonly window: WindowMoments;
  private readonly nbDev: number;
  /** Rows still missing for a full window. */
  private missing: number;

  constructor(timePeriod: number, nbDev: number) {
    super();
    this.window = new WindowMoments(timePeriod);
    this.missing = timePeriod;
    this.nbDev = nbDev;
  }

  protected take(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    if (this.missing > 0) this.missing--;
    if (this.missing > 0) {
      out[0] = NaN;
      return;
    }
    const { variance } = this.window;
    out[0] = variance < EPSILON ? 0 : Math.sqrt(variance) * this.nbDev;
  }
}
