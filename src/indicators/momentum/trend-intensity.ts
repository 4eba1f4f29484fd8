import { ratio } from '../graph/blocks';
import { windowMean, windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';
import { WindowSum } from '../primitives/window-sum';

/** Value of bars that were all on their average. */
const NEITHER = 0.5;
/** A share of the average that rounding alone may make of a distance from it. */
const ROUNDING = 1e-12;

/**
 * Trend Intensity Index: distances of the last bars above a long average as a share of all distances from it.
 *
 * @param real         any unit, oldest first
 * @param majorPeriod  bars of the average, integer in `[1, 100000]`, 60 when omitted
 * @param minorPeriod  bars whose distances are summed, integer in `[1, 100000]`, 30 when omitted
 * @returns            0 to 100 (no unit); rows `0 .. majorPeriod + minorPeriod - 3` are NaN (warm-up)
 *
 * Each bar's distance is from the average at that bar; 1e-12 of the average or less counts as none. Without any
 * distance the result is 50. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the
 * rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Pee, Trend Intensity Index, Technical Analysis of Stocks and Commodities, 2002
 * @see tests/golden/beyond/trend_intensity.json
 */
export const trendIntensity: Indicator = {
  name: 'trend_intensity',
  title: 'Trend Intensity Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of distances above a long average in all, 0 to 100.',
  inputs: REAL,
  params: [period('majorPeriod', 1, 60), period('minorPeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([major = NaN, minor = NaN]) => major + minor - 2,
  stream(params) {
    checkParameters(trendIntensity.params, params);
    return new TrendIntensityStream(params);
  },
  graph([x], [major = NaN, minor = NaN]) {
    const average = windowMean(x!, major);
    const distance = x!.minus(average);
    const counted = distance.abs().atMost(average.abs().times(ROUNDING)).pick(0, distance);
    const above = windowSum(counted.max(0), minor);
    const below = windowSum(counted.negated().max(0), minor);
    return [ratio(above, above.plus(below), NEITHER).times(100)];
  },
};

class TrendIntensityStream extends BlankedStream {
  private readonly average: WindowAverage;
  private readonly above: WindowSum;
  private readonly below: WindowSum;

  constructor(params: readonly number[]) {
    super(trendIntensity.lookback(params));
    const [major = NaN, minor = NaN] = params;
    this.average = new WindowAverage(major);
    this.above = new WindowSum(minor);
    this.below = new WindowSum(minor);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const average = this.average.push(row[0]!);
    const difference = row[0]! - average;
    const distance = Math.abs(difference) <= ROUNDING * Math.abs(average) ? 0 : difference;
    const above = this.above.push(Math.max(distance, 0));
    const below = this.below.push(Math.max(-distance, 0));
    out[0] = 100 * quotient(above, above + below, NEITHER);
  }
}
