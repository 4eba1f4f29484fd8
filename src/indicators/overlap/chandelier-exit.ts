import type { Convention } from '../convention';
import { windowMax, windowMin } from '../graph/kernels';
import { averageTrueRange } from '../graph/price-blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { AverageTrueRange, averageTrueRangeLookback } from '../primitives/average-true-range';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowRange } from '../primitives/window-range';

/**
 * Chandelier Exit: stops that hang some average true ranges below the highest high, and stand as far above
 * the lowest low, of the last bars.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the window and of Wilder's smoothing of the true range, integer in `[1,
 *                    100000]`, 22 when omitted
 * @param multiplier  average true ranges to the stop, in `[0, 3e37]`, 3 when omitted
 * @returns           `long` (the stop of a long position, below the highest high) and `short` (of a short
 *                    one) in quote currency per unit; rows `0 .. timePeriod - 1` are NaN in both (warm-up)
 *
 * The stops are those of each bar by itself and may move away from the price; a rule that never lets them
 * keeps the best so far. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later
 * NaN makes every later row NaN.
 *
 * Convention: the average true range is TA-Lib's by default; TradingView's counts the first bar too.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see LeBeau, as in Elder, Come Into My Trading Room, 2002
 * @see TA-Lib 0.7.1 `TA_ATR` (tests/golden/beyond/chandelier_exit.json,
 *      tests/golden/tradingview/chandelier_exit.json)
 */
export const chandelierExit: Indicator = {
  name: 'chandelier_exit',
  title: 'Chandelier Exit',
  group: 'overlap',
  pane: 'price',
  summary: 'Stops some average true ranges from the highest high and the lowest low.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 22), real('multiplier', 3, { min: 0, max: 3e37 })],
  outputs: [
    { name: 'long', kind: 'real', style: 'line' },
    { name: 'short', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => averageTrueRangeLookback(timePeriod),
  stream: (params) => new ChandelierExitStream(params, 'talib'),
  graph: (bars, params) => graph(bars, params, 'talib'),
  tradingview: {
    lookback: ([timePeriod = NaN]) => averageTrueRangeLookback(timePeriod, 'tradingview'),
    stream: (params) => new ChandelierExitStream(params, 'tradingview'),
    graph: (bars, params) => graph(bars, params, 'tradingview'),
  },
};

function graph(
  bars: readonly Series[],
  [timePeriod = NaN, multiplier = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const [high, low] = bars;
  const width = averageTrueRange(bars, timePeriod, convention).times(multiplier);
  return [windowMax(high!, timePeriod).minus(width), windowMin(low!, timePeriod).plus(width)];
}

class ChandelierExitStream extends BlankedStream {
  private readonly window: WindowRange;
  private readonly range: AverageTrueRange;
  private readonly multiplier: number;
  private width = NaN;

  constructor(params: readonly number[], convention: Convention) {
    checkParameters(chandelierExit.params, params);
    const [timePeriod = NaN, multiplier = NaN] = params;
    super(averageTrueRangeLookback(timePeriod, convention));
    this.window = new WindowRange(timePeriod);
    this.range = new AverageTrueRange(timePeriod, convention);
    this.multiplier = multiplier;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!, row[1]!);
    this.width = this.multiplier * this.range.push(row[0]!, row[1]!, row[2]!);
    out[0] = this.window.highest - this.width;
    out[1] = this.window.lowest + this.width;
  }
}
