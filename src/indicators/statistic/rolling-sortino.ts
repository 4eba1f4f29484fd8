import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { isFlat } from '../primitives/flat';
import { simpleReturn } from '../primitives/returns';
import { square } from '../primitives/square';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';
import { windowSum } from '../graph/kernels';
import { isFlatWindow, simpleReturns } from '../graph/statistic-blocks';

/**
 * Rolling Sortino ratio: mean return per bar above a target, over the downside deviation, times the root of
 * the bars a year. Downside deviation is the root of the mean square, over all bars, of the returns below the
 * target.
 *
 * @param real         prices or account values, oldest first
 * @param timePeriod   returns of the window, integer in `[2, 100000]`, 126 when omitted (half a year of days)
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted
 * @param riskFree     target return a year, a fraction in `[-1, 1]`, spread evenly over the bars; 0 when
 *                     omitted
 * @returns            ratio, annualised (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Returns are simple ones, and 0 from a price of zero. A window without a return below the target (by more
 * than 1e-14) gives 0, as it says nothing of the downside. Leading NaN are skipped: warm-up begins at the first
 * number. A later NaN makes the rows NaN whose window holds a return with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Sortino and Price, Performance Measurement in a Downside Risk Framework, 1994
 * @see numpy over each window (tests/golden/beyond/rolling_sortino.json)
 */
export const rollingSortino: Indicator = {
  name: 'rolling_sortino',
  title: 'Rolling Sortino Ratio',
  group: 'statistic',
  pane: 'own',
  summary: 'Mean return of the last bars over its downside deviation, annualised.',
  inputs: REAL,
  params: [period('timePeriod', 2, 126), BARS_PER_YEAR, real('riskFree', 0, { min: -1, max: 1 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph([series], [timePeriod = NaN, barsPerYear = NaN, riskFree = NaN]) {
    const excess = simpleReturns(series!).minus(riskFree / barsPerYear);
    const shortfall = excess.min(0);
    const mean = windowSum(excess, timePeriod).over(timePeriod);
    const below = windowSum(shortfall.times(shortfall), timePeriod).over(timePeriod);
    return [isFlatWindow(below, 1).pick(0, mean.over(below.sqrt()).times(Math.sqrt(barsPerYear)))];
  },
  stream(params) {
    checkParameters(rollingSortino.params, params);
    return new SortinoStream(params);
  },
};

class SortinoStream extends BlankedStream {
  private readonly excess: WindowSum;
  private readonly downside: WindowSum;
  private readonly period: number;
  private readonly barsPerYear: number;
  private readonly target: number;
  private mean = NaN;
  private below = NaN;
  private last = NaN;
  private hasLast = false;

  constructor(params: readonly number[]) {
    super(rollingSortino.lookback(params));
    const [timePeriod = NaN, barsPerYear = NaN, riskFree = NaN] = params;
    this.excess = new WindowSum(timePeriod);
    this.downside = new WindowSum(timePeriod);
    this.period = timePeriod;
    this.barsPerYear = barsPerYear;
    this.target = riskFree / barsPerYear;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    if (this.hasLast) {
      const excess = simpleReturn(this.last, row[0]!) - this.target;
      this.mean = this.excess.push(excess) / this.period;
      this.below = this.downside.push(square(Math.min(excess, 0))) / this.period;
    }
    this.last = row[0]!;
    this.hasLast = true;
    const isSafe = isFlat(this.below, 1);
    out[0] = isSafe ? 0 : (this.mean / Math.sqrt(this.below)) * Math.sqrt(this.barsPerYear);
  }
}
