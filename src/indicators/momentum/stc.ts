import type { Convention } from '../convention';
import { windowMax, windowMin } from '../graph/kernels';
import { lastValid } from '../graph/math-kernels';
import { exactAverage, exactEmas } from '../graph/oscillator-kernels';
import type { Operand, Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowPeak } from '../primitives/window-peak';

/** Movement of the distance of two averages that may be rounding, as a part of the averages. */
const ROUNDING = 1e-12;

/**
 * Schaff Trend Cycle: the stochastic of the stochastic of a MACD line, each smoothed.
 *
 * @param real         any unit, oldest first
 * @param fastPeriod   bars of the fast EMA, integer in `[2, 100000]`, 23 when omitted
 * @param slowPeriod   bars of the slow EMA, integer in `[2, 100000]`, 50 when omitted
 * @param cyclePeriod  bars of both stochastics, integer in `[2, 100000]`, 10 when omitted
 * @param factor       weight of a new row in both smoothings, `(0, 1]`, 0.5 when omitted
 * @returns            0 to 100 (no unit); rows before the longer average's lookback and `2 (cyclePeriod - 1)`
 *                     more are NaN (warm-up)
 *
 * Each EMA begins on the first row; with the periods the wrong way round they change places. Where the MACD
 * line moves by less than 1e-12 of the slow average, or the first stochastic does not move, the place before
 * is kept (0 at first). Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every
 * later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Schaff, The Schaff Trend Cycle, 1999
 * @see tests/golden/beyond/stc.json, tests/golden/tradingview/stc.json
 */
export const stc: Indicator = {
  name: 'stc',
  title: 'Schaff Trend Cycle',
  group: 'momentum',
  pane: 'own',
  summary: 'Stochastic of the stochastic of MACD, 0 to 100.',
  inputs: REAL,
  params: [
    period('fastPeriod', 2, 23),
    period('slowPeriod', 2, 50),
    period('cyclePeriod', 2, 10),
    real('factor', 0.5, { min: 0.001, max: 1 }),
  ],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(stc.params, params);
    return new StcStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(stc.params, params);
      return new StcStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [fast = NaN, slow = NaN, cycle = NaN, factor = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const [quick, steady] = exactEmas(x!, Math.min(fast, slow), Math.max(fast, slow), convention);
  const first = smoothedPlace(quick.minus(steady), steady.abs().times(ROUNDING), cycle, factor);
  return [smoothedPlace(first, 0, cycle, factor)];
}

/** `SmoothedPlace` as a series. */
function smoothedPlace(x: Series, least: Operand, cycle: number, factor: number): Series {
  const lowest = windowMin(x, cycle);
  const reach = windowMax(x, cycle).minus(lowest);
  const place = x.minus(lowest).times(100).over(reach);
  return exactAverage({ x: lastValid(place, reach.above(least)), rows: 1, weight: factor });
}

function lookback([fast = NaN, slow = NaN, cycle = NaN]: readonly number[], convention: Convention): number {
  return movingAverageLookback('ema', Math.max(fast, slow), convention) + 2 * (cycle - 1);
}

class StcStream extends BlankedStream {
  private readonly fast: Smoother;
  private readonly slow: Smoother;
  private readonly first: SmoothedPlace;
  private readonly second: SmoothedPlace;
  private readonly firstRow: number;
  private readonly secondRow: number;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [fast = NaN, slow = NaN, cycle = NaN, factor = NaN] = params;
    this.fast = movingAverage('ema', Math.min(fast, slow), convention);
    this.slow = movingAverage('ema', Math.max(fast, slow), convention);
    this.first = new SmoothedPlace(cycle, factor);
    this.second = new SmoothedPlace(cycle, factor);
    this.firstRow = movingAverageLookback('ema', Math.max(fast, slow), convention);
    this.secondRow = this.firstRow + cycle - 1;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const fast = this.fast.push(row[0]!);
    const slow = this.slow.push(row[0]!);
    if (today < this.firstRow) return;
    const place = this.first.push(fast - slow, ROUNDING * Math.abs(slow));
    if (today >= this.secondRow) out[0] = this.second.push(place, 0);
  }
}

/** Where a row lies between the extremes of the last rows, 0 to 100, smoothed from the first full window on. */
class SmoothedPlace {
  private readonly highest: WindowPeak;
  private readonly lowest: WindowPeak;
  private readonly factor: number;
  private missing: number;
  private place = 0;
  private value = NaN;
  private hasValue = false;

  constructor(length: number, factor: number) {
    this.highest = new WindowPeak(length, 'max');
    this.lowest = new WindowPeak(length, 'min');
    this.factor = factor;
    this.missing = length - 1;
  }

  /** @param least  reach of the window up to which the place stays as it was */
  push(x: number, least: number): number {
    const lowest = this.lowest.push(x);
    const reach = this.highest.push(x) - lowest;
    if (this.missing > 0) {
      this.missing--;
      return NaN;
    }
    const isStill = reach <= least;
    if (!isStill) this.place = (100 * (x - lowest)) / reach;
    this.value = this.hasValue ? this.value + this.factor * (this.place - this.value) : this.place;
    this.hasValue = true;
    return this.value;
  }
}
