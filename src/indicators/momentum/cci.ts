import { meanDeviation, MOST_SCANNED } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { MeanDeviation } from '../primitives/mean-deviation';

/** Lambert's constant, with which most values lie between -100 and 100. */
const SCALE = 0.015;

/**
 * Commodity Channel Index: distance of the typical price from its mean over the last `timePeriod` bars, in
 * mean absolute deviations.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           no unit, 100 is 1.5 mean deviations; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * As in TA-Lib, a distance or deviation of exactly 0 gives 0; there is no other zero test, so on a flat
 * window whose mean is rounded the result is 66.67 or -66.67. Leading rows with a NaN are skipped: warm-up
 * begins at the first full row. A later NaN or infinity makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Lambert, Commodity Channel Index, Commodities, 1980
 * @see TA-Lib 0.7.1 `TA_CCI` (tests/golden/talib/cci.json)
 */
export const cci: Indicator = {
  name: 'cci',
  title: 'Commodity Channel Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of the price from its mean, in mean deviations.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(cci.params, params);
    const [timePeriod = NaN] = params;
    return new CciStream(timePeriod);
  },
  graph([high, low, close], [timePeriod = NaN]) {
    if (timePeriod > MOST_SCANNED) return undefined;
    const typical = high!.plus(low!).plus(close!).over(3).kept();
    const { mean, deviation } = meanDeviation(typical, timePeriod);
    const distance = typical.minus(mean);
    const isStill = distance.equals(0).or(deviation.equals(0));
    return [isStill.pick(0, distance.over(deviation.times(SCALE)))];
  },
};

class CciStream extends FullRowStream {
  private readonly window: MeanDeviation;
  private missing: number;

  constructor(timePeriod: number) {
    super();
    this.window = new MeanDeviation(timePeriod);
    this.missing = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const typical = (row[0]! + row[1]! + row[2]!) / 3;
    if (this.missing > 0) this.missing--;
    this.window.push(typical);
    out[0] = this.missing > 0 ? NaN : this.index(typical);
  }

  private index(typical: number): number {
    const { mean, deviation } = this.window;
    const distance = typical - mean;
    return distance === 0 || deviation === 0 ? 0 : distance / (SCALE * deviation);
  }
}
