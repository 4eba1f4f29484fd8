import type { Convention } from '../convention';
import { ratio } from '../graph/blocks';
import { filter, weighted, windowDeviation } from '../graph/kernels';
import type { Condition, Series } from '../graph/series';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { quotient } from '../primitives/quotient';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';

/** Value of bars that neither rose nor fell. */
const NEITHER = 0.5;

/**
 * Relative Volatility Index: RSI with the standard deviation of the last bars in place of the size of the
 * change.
 *
 * @param real             any unit, oldest first
 * @param timePeriod       bars of the deviation, integer in `[2, 100000]`, 10 when omitted
 * @param smoothingPeriod  bars of Wilder's average, integer in `[1, 100000]`, 14 when omitted
 * @returns                0 to 100 (no unit); rows `0 .. timePeriod + smoothingPeriod - 3` are NaN (warm-up)
 *
 * Dorsey's first form: of closes, smoothed as Wilder smooths RSI; a bar without change counts for neither
 * side. Where no bar so far rose or fell the result is 50. Leading NaN are skipped: warm-up begins at the
 * first number. A later NaN makes every later row NaN.
 *
 * Convention: Dorsey's by default. TradingView's smooths by EMAs that start from their first rows, and counts
 * a bar without change as a fall.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Dorsey, The Relative Volatility Index, Technical Analysis of Stocks and Commodities, 1993
 * @see TradingView, built-in script `Relative Volatility Index`
 * @see tests/golden/beyond/rvi.json, tests/golden/tradingview/rvi.json
 */
export const rvi: Indicator = {
  name: 'rvi',
  title: 'Relative Volatility Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of the volatility of rising bars in all, 0 to 100.',
  inputs: REAL,
  params: [period('timePeriod', 2, 10), period('smoothingPeriod', 1, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(rvi.params, params);
    return new RviStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(rvi.params, params);
      return new RviStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [timePeriod = NaN, smoothing = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const isTradingView = convention === 'tradingview';
  const deviation = windowDeviation(x!, timePeriod, 0, 1);
  const before = x!.lag(1);
  const weight = isTradingView ? emaWeight(smoothing) : 1 / smoothing;
  const settings = weighted(isTradingView ? 1 : smoothing, weight);
  const side = (isCounted: Condition): Series => {
    const counted = isCounted.pick(deviation, 0);
    if (!isTradingView || timePeriod === 2) return filter(counted, settings);
    // The side that the bar before did not take began there with 0.
    return filter(begunWith(isCounted.lag(1).pick(counted, counted.times(weight)), counted), settings);
  };
  const rising = side(x!.above(before));
  const falling = side(isTradingView ? x!.atMost(before) : x!.below(before));
  return [ratio(rising, rising.plus(falling), NEITHER).times(100)];
}

function lookback([timePeriod = NaN, smoothing = NaN]: readonly number[], convention: Convention): number {
  return timePeriod - 1 + (convention === 'tradingview' ? 0 : smoothing - 1);
}

class RviStream extends BlankedStream {
  private readonly window: WindowMoments;
  private readonly rising: SeededAverage;
  private readonly falling: SeededAverage;
  private readonly firstRow: number;
  private readonly isTradingView: boolean;
  private previous = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, smoothing = NaN] = params;
    this.isTradingView = convention === 'tradingview';
    const seed = this.isTradingView ? 1 : smoothing;
    const weight = this.isTradingView ? emaWeight(smoothing) : 1 / smoothing;
    this.window = new WindowMoments(timePeriod);
    this.rising = new SeededAverage(seed, weight);
    this.falling = new SeededAverage(seed, weight);
    this.firstRow = timePeriod - 1;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const change = row[0]! - this.previous;
    this.previous = row[0]!;
    this.window.push(row[0]!);
    if (today < this.firstRow) {
      if (this.isTradingView && today > 0 && today === this.firstRow - 1) this.start(change);
      return;
    }
    const deviation = Math.sqrt(Math.max(this.window.variance, 0));
    const none = Number.isNaN(change + deviation) ? NaN : 0;
    const isFall = change < 0 || (change === 0 && this.isTradingView);
    const rising = this.rising.push(change > 0 ? deviation : none);
    const falling = this.falling.push(isFall ? deviation : none);
    out[0] = 100 * quotient(rising, rising + falling, NEITHER);
  }

  /** Where no deviation is known yet, the script gives the side that the bar did not take a 0 to begin with. */
  private start(change: number): void {
    (change > 0 ? this.falling : this.rising).push(0);
  }
}
