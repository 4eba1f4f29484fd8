import { meanDeviation, MOST_SCANNED } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { MeanDeviation } from '../primitives/mean-deviation';

/**
 * Average Deviation: mean distance of the last `timePeriod` rows from their mean.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           unit of `real`, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window
 * holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_AVGDEV` (tests/golden/talib/avgdev.json)
 */
export const avgdev: Indicator = {
  name: 'avgdev',
  title: 'Average Deviation',
  group: 'price_transform',
  pane: 'own',
  summary: 'Mean distance of the last bars from their mean.',
  inputs: REAL,
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(avgdev.params, params);
    const [timePeriod = NaN] = params;
    return new AvgdevStream(timePeriod);
  },
  graph([real], [timePeriod = NaN]) {
    return timePeriod > MOST_SCANNED ? undefined : [meanDeviation(real!, timePeriod).deviation];
  },
};

class AvgdevStream extends FullRowStream {
  private readonly window: MeanDeviation;
  /** Rows that are still missing for a full window. */
  private missing: number;

  constructor(timePeriod: number) {
    super();
    this.window = new MeanDeviation(timePeriod);
    this.missing = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    if (this.missing > 0) this.missing--;
    out[0] = this.missing > 0 ? NaN : this.window.deviation;
  }
}
