import { windowSum } from '../graph/kernels';
import { definedMoments, logRatio as logOfRatio, notNegative } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { logRatio } from '../primitives/returns';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';
import { WindowSum } from '../primitives/window-sum';
import { rogersSatchellVariance, rogersSatchellSeries } from './bar-variance';

/**
 * Yang-Zhang volatility: from all four prices of the last bars and the gaps between them, right also where
 * they drift.
 *
 * @param open         prices above zero, oldest first; `high`, `low`, `close` alike
 * @param timePeriod   bars of the window, integer in `[2, 100000]`, 20 when omitted
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * The variance is that of the gaps `ln(open / close before)`, plus `k` times that of the moves
 * `ln(close / open)`, plus `1 - k` times Rogers and Satchell's, with `k = 0.34 / (1.34 + (n + 1) / (n - 1))`;
 * the first two are those of samples. A negative one counts as 0. Leading rows with a NaN are skipped: warm-up
 * begins at the first full row. A later NaN, or a price that is not above zero, makes the rows NaN whose window
 * holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Yang and Zhang, Drift-Independent Volatility Estimation, Journal of Business, 2000
 * @see numpy over each window (tests/golden/beyond/yang_zhang.json)
 */
export const yangZhang: Indicator = {
  name: 'yang_zhang',
  title: 'Yang-Zhang Volatility',
  group: 'volatility',
  pane: 'own',
  summary: 'Volatility from the prices of the last bars and the gaps between them.',
  inputs: prices('open', 'high', 'low', 'close'),
  params: [period('timePeriod', 2, 20), BARS_PER_YEAR],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(yangZhang.params, params);
    const [timePeriod = NaN, barsPerYear = NaN] = params;
    return new YangZhangStream(timePeriod, barsPerYear);
  },
  graph([open, high, low, close], [timePeriod = NaN, barsPerYear = NaN]) {
    const gaps = definedMoments(logOfRatio(open!, close!.lag(1)), timePeriod).variance;
    const moves = definedMoments(logOfRatio(close!, open!).from(1), timePeriod).variance;
    const bar = rogersSatchellSeries(open!, high!, low!, close!).from(1);
    const ranges = windowSum(bar, timePeriod, 1 / timePeriod);
    const weight = weightOfMoves(timePeriod);
    const ofSample = timePeriod / (timePeriod - 1);
    const inBars = ranges.times(1 - weight);
    const between = gaps.times(ofSample).plus(moves.times(weight * ofSample));
    return [notNegative(between.plus(inBars)).times(barsPerYear).sqrt()];
  },
};

/** The share of the moves that makes the variance of the whole least. */
const weightOfMoves = (timePeriod: number): number => 0.34 / (1.34 + (timePeriod + 1) / (timePeriod - 1));

class YangZhangStream extends BlankedStream {
  private readonly gaps: WindowMoments;
  private readonly moves: WindowMoments;
  private readonly ranges: WindowSum;
  private readonly period: number;
  private readonly barsPerYear: number;
  private sumOfRanges = NaN;
  private lastClose = NaN;
  private hasLast = false;

  constructor(timePeriod: number, barsPerYear: number) {
    super(timePeriod);
    this.gaps = new WindowMoments(timePeriod);
    this.moves = new WindowMoments(timePeriod);
    this.ranges = new WindowSum(timePeriod);
    this.period = timePeriod;
    this.barsPerYear = barsPerYear;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const open = row[0]!;
    const close = row[3]!;
    if (this.hasLast) {
      this.gaps.push(logRatio(open, this.lastClose));
      this.moves.push(logRatio(close, open));
      this.sumOfRanges = this.ranges.push(rogersSatchellVariance(open, row[1]!, row[2]!, close));
    }
    this.lastClose = close;
    this.hasLast = true;
    const n = this.period;
    const weight = weightOfMoves(n);
    const ofSample = n / (n - 1);
    const gaps = this.gaps.variance * ofSample;
    const moves = this.moves.variance * ofSample;
    const variance = gaps + weight * moves + (1 - weight) * (this.sumOfRanges / n);
    out[0] = Math.sqrt(Math.max(0, variance) * this.barsPerYear);
  }
}
