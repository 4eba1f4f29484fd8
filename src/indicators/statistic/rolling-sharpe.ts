import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { isFlat } from '../primitives/flat';
import { simpleReturn } from '../primitives/returns';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';
import { windowMoments } from '../graph/kernels';
import { isFlatWindow, simpleReturns } from '../graph/statistic-blocks';

/**
 * Rolling Sharpe ratio: mean return per bar above a riskless one, over the sample deviation of the returns,
 * times the root of the bars a year.
 *
 * @param real         prices or account values, oldest first
 * @param timePeriod   returns of the window, integer in `[2, 100000]`, 126 when omitted (half a year of days)
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted
 * @param riskFree     riskless return a year, a fraction in `[-1, 1]`, spread evenly over the bars; 0 when
 *                     omitted
 * @returns            ratio, annualised (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Returns are simple ones, and 0 from a price of zero. A window whose returns deviate by 1e-14 or less gives
 * 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window
 * holds a return with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Sharpe, The Sharpe Ratio, Journal of Portfolio Management, 1994
 * @see numpy over each window (tests/golden/beyond/rolling_sharpe.json)
 */
export const rollingSharpe: Indicator = {
  name: 'rolling_sharpe',
  title: 'Rolling Sharpe Ratio',
  group: 'statistic',
  pane: 'own',
  summary: 'Mean return of the last bars over its deviation, annualised.',
  inputs: REAL,
  params: [period('timePeriod', 2, 126), BARS_PER_YEAR, real('riskFree', 0, { min: -1, max: 1 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph([series], [timePeriod = NaN, barsPerYear = NaN, riskFree = NaN]) {
    const { mean, variance } = windowMoments(simpleReturns(series!), timePeriod);
    const deviation = variance
      .times(timePeriod)
      .over(timePeriod - 1)
      .sqrt();
    const ratio = mean.minus(riskFree / barsPerYear).over(deviation);
    return [isFlatWindow(variance, 1).pick(0, ratio.times(Math.sqrt(barsPerYear)))];
  },
  stream(params) {
    checkParameters(rollingSharpe.params, params);
    return new SharpeStream(params);
  },
};

class SharpeStream extends BlankedStream {
  private readonly window: WindowMoments;
  private readonly period: number;
  private readonly barsPerYear: number;
  private readonly riskFree: number;
  private last = NaN;
  private hasLast = false;

  constructor(params: readonly number[]) {
    super(rollingSharpe.lookback(params));
    const [timePeriod = NaN, barsPerYear = NaN, riskFree = NaN] = params;
    this.window = new WindowMoments(timePeriod);
    this.period = timePeriod;
    this.barsPerYear = barsPerYear;
    this.riskFree = riskFree / barsPerYear;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    if (this.hasLast) this.window.push(simpleReturn(this.last, row[0]!));
    this.last = row[0]!;
    this.hasLast = true;
    const { mean, variance } = this.window;
    const deviation = Math.sqrt((variance * this.period) / (this.period - 1));
    out[0] = isFlat(variance, 1) ? 0 : ((mean - this.riskFree) / deviation) * Math.sqrt(this.barsPerYear);
  }
}
