import type { Convention } from '../convention';
import { windowMax, windowMin } from '../graph/kernels';
import { averageTrueRange } from '../graph/price-blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { AverageTrueRange, averageTrueRangeLookback } from '../primitives/average-true-range';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowPeak } from '../primitives/window-peak';
import { WindowRange } from '../primitives/window-range';

/**
 * Chande Kroll Stop: stops some average true ranges from the extremes of the last bars, held at the best that
 * they reached in a further window.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the extremes and of Wilder's smoothing of the true range, integer in `[1,
 *                    100000]`, 10 when omitted
 * @param multiplier  average true ranges to the stop, in `[0, 3e37]`, 1 when omitted
 * @param stopPeriod  bars over which a stop is held, integer in `[1, 100000]`, 9 when omitted
 * @returns           `stopLong` and `stopShort` in quote currency per unit; rows `0 .. timePeriod +
 *                    stopPeriod - 2` are NaN in both (warm-up)
 *
 * Names as in the book and in TradingView: `stopShort` is the highest of the stops below the highs, and to
 * close below it speaks for going short; `stopLong` is the lowest of the stops above the lows. So a long
 * position is left at `stopShort`. Sources differ in the defaults: these are TradingView's, the book has 10,
 * 3 and 20. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes
 * every later row NaN.
 *
 * Convention: the average true range is TA-Lib's by default; TradingView's counts the first bar too.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande & Kroll, The New Technical Trader, 1994
 * @see TA-Lib 0.7.1 `TA_ATR` (tests/golden/beyond/chande_kroll_stop.json,
 *      tests/golden/tradingview/chande_kroll_stop.json)
 */
export const chandeKrollStop: Indicator = {
  name: 'chande_kroll_stop',
  title: 'Chande Kroll Stop',
  group: 'overlap',
  pane: 'price',
  summary: 'Stops in average true ranges from the extremes, held at their best for some bars.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('timePeriod', 1, 10),
    real('multiplier', 1, { min: 0, max: 3e37 }),
    period('stopPeriod', 1, 9),
  ],
  outputs: [
    { name: 'stopLong', kind: 'real', style: 'line' },
    { name: 'stopShort', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new ChandeKrollStream(params, 'talib'),
  graph: (bars, params) => graph(bars, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new ChandeKrollStream(params, 'tradingview'),
    graph: (bars, params) => graph(bars, params, 'tradingview'),
  },
};

function graph(
  bars: readonly Series[],
  [timePeriod = NaN, multiplier = NaN, stopPeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const [high, low] = bars;
  const width = averageTrueRange(bars, timePeriod, convention).times(multiplier);
  return [
    windowMin(windowMin(low!, timePeriod).plus(width), stopPeriod),
    windowMax(windowMax(high!, timePeriod).minus(width), stopPeriod),
  ];
}

const lookback = (
  [timePeriod = NaN, , stopPeriod = NaN]: readonly number[],
  convention: Convention,
): number => averageTrueRangeLookback(timePeriod, convention) + stopPeriod - 1;

class ChandeKrollStream extends BlankedStream {
  private readonly window: WindowRange;
  private readonly range: AverageTrueRange;
  private readonly multiplier: number;
  /** Of the stops above the lows, and below the highs. */
  private readonly lowest: WindowPeak;
  private readonly highest: WindowPeak;

  constructor(params: readonly number[], convention: Convention) {
    checkParameters(chandeKrollStop.params, params);
    super(lookback(params, convention));
    const [timePeriod = NaN, multiplier = NaN, stopPeriod = NaN] = params;
    this.window = new WindowRange(timePeriod);
    this.range = new AverageTrueRange(timePeriod, convention);
    this.multiplier = multiplier;
    this.lowest = new WindowPeak(stopPeriod, 'min');
    this.highest = new WindowPeak(stopPeriod, 'max');
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!, row[1]!);
    const width = this.multiplier * this.range.push(row[0]!, row[1]!, row[2]!);
    this.lowest.push(this.window.lowest + width);
    this.highest.push(this.window.highest - width);
    out[0] = this.lowest.value;
    out[1] = this.highest.value;
  }
}
