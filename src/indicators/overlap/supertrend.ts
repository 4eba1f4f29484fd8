import type { Convention } from '../convention';
import { averageTrueRange } from '../graph/price-blocks';
import { supertrendStop } from '../graph/stop-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { AverageTrueRange, averageTrueRangeLookback } from '../primitives/average-true-range';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * SuperTrend: a stop some average true ranges from the middle of the bar, which only moves towards the price
 * and changes sides when the close crosses it.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of Wilder's smoothing of the true range, integer in `[1, 100000]`, 10 when omitted
 * @param multiplier  average true ranges to the stop, in `[0, 3e37]`, 3 when omitted
 * @returns           `value` in quote currency per unit, and `direction`: 1 while the price is above the
 *                    stop, -1 while it is below (TradingView's has the opposite sign); rows `0 .. timePeriod
 *                    - 1` are NaN in both (warm-up)
 *
 * It begins with direction -1, as in TradingView. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN makes every later row NaN.
 *
 * Convention: the average true range is TA-Lib's by default; TradingView's counts the first bar too.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Seban, SuperTrend (the name and the idea)
 * @see TradingView, Pine Script reference manual v6, `ta.supertrend`
 * @see TA-Lib 0.7.1 `TA_ATR` (tests/golden/beyond/supertrend.json, tests/golden/tradingview/supertrend.json)
 */
export const supertrend: Indicator = {
  name: 'supertrend',
  title: 'SuperTrend',
  group: 'overlap',
  pane: 'price',
  summary: 'Trailing stop in average true ranges that changes sides when the close crosses it.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 10), real('multiplier', 3, { min: 0, max: 3e37 })],
  outputs: [
    { name: 'value', kind: 'real', style: 'line' },
    { name: 'direction', kind: 'integer', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => averageTrueRangeLookback(timePeriod),
  stream: (params) => new SupertrendStream(params, 'talib'),
  graph: (bars, params) => graph(bars, params, 'talib'),
  tradingview: {
    lookback: ([timePeriod = NaN]) => averageTrueRangeLookback(timePeriod, 'tradingview'),
    stream: (params) => new SupertrendStream(params, 'tradingview'),
    graph: (bars, params) => graph(bars, params, 'tradingview'),
  },
};

function graph(
  bars: readonly Series[],
  [timePeriod = NaN, multiplier = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const [high, low, close] = bars;
  const width = averageTrueRange(bars, timePeriod, convention).times(multiplier);
  const middle = high!.plus(low!).over(2);
  return supertrendStop(middle.minus(width), middle.plus(width), close!);
}

class SupertrendStream extends BlankedStream {
  private readonly range: AverageTrueRange;
  private readonly multiplier: number;
  /** Stops below and above the price; the one of the direction is the value. */
  private lower = NaN;
  private upper = NaN;
  private direction = -1;
  private previousClose = NaN;

  constructor(params: readonly number[], convention: Convention) {
    checkParameters(supertrend.params, params);
    const [timePeriod = NaN, multiplier = NaN] = params;
    super(averageTrueRangeLookback(timePeriod, convention));
    this.range = new AverageTrueRange(timePeriod, convention);
    this.multiplier = multiplier;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    const value = this.direction > 0 ? this.lower : this.upper;
    out[0] = value;
    out[1] = Number.isNaN(value) ? NaN : this.direction;
  }

  private absorb(row: Float64Array): void {
    const high = row[0]!;
    const low = row[1]!;
    const close = row[2]!;
    const width = this.multiplier * this.range.push(high, low, close);
    const middle = (high + low) / 2;
    const isFirst = Number.isNaN(this.upper);
    // Where both stops met, Pine takes the upper one for the value.
    const wasBelow = this.direction < 0 || this.lower === this.upper;
    this.lower = this.follow(this.lower, middle - width, 1);
    this.upper = this.follow(this.upper, middle + width, -1);
    this.previousClose = close;
    if (isFirst) return;
    if (wasBelow) this.direction = close > this.upper ? 1 : -1;
    else this.direction = close < this.lower ? -1 : 1;
  }

  /**
   * A stop stays where it is rather than move away from the price (`side`: 1 below it), unless it was
   * crossed.
   */
  private follow(stop: number, next: number, side: number): number {
    const movesAway = side * (next - stop) <= 0;
    const wasCrossed = side * (this.previousClose - stop) < 0;
    return movesAway && !wasCrossed ? stop : next;
  }
}
