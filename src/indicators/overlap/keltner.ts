import type { Convention } from '../convention';
import { average as averageOf } from '../graph/blocks';
import { averageTrueRange, bandsAround } from '../graph/price-blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { BANDS, prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { AverageTrueRange, averageTrueRangeLookback } from '../primitives/average-true-range';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { RangeBandsStream } from './range-bands-stream';

/**
 * Keltner Channel: a moving average of the close, and some average true ranges added and taken away.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the average, integer in `[1, 100000]`, 20 when omitted
 * @param multiplier  average true ranges to a band, in `[0, 3e37]`, 2 when omitted
 * @param atrPeriod   bars of Wilder's smoothing of the true range, integer in `[1, 100000]`, 10 when omitted
 * @param maType      type of the average, as of `ma`; 1 (ema) when omitted
 * @returns           `upper`, `middle`, `lower` in quote currency per unit; the rows before the first value
 *                    of the average, and rows `0 .. atrPeriod - 1`, are NaN in all three (warm-up)
 *
 * Sources differ: Keltner (1960) took plain means, over 10 days, of the typical price and of the range of a
 * bar; this is the form that Raschke spread in the 1990s. Leading rows with a NaN are skipped: warm-up begins
 * at the first full row. A later NaN makes the bands NaN in every later row.
 *
 * Convention: TA-Lib's by default. Under TradingView's the average true range counts the first bar too, and
 * the types made of EMAs start from the first row.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Keltner, How to Make Money in Commodities, 1960
 * @see TradingView, built-in script `Keltner Channels` (the defaults)
 * @see TA-Lib 0.7.1 `TA_MA`, `TA_ATR` (tests/golden/beyond/keltner.json,
 *      tests/golden/tradingview/keltner.json)
 */
export const keltner: Indicator = {
  name: 'keltner',
  title: 'Keltner Channel',
  group: 'overlap',
  pane: 'price',
  summary: 'A moving average with a band of average true ranges on either side.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('timePeriod', 1, 20),
    real('multiplier', 2, { min: 0, max: 3e37 }),
    period('atrPeriod', 1, 10),
    maTypeParameter('maType', 'ema'),
  ],
  outputs: BANDS,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => streamOf(params, 'talib'),
  graph: (bars, params) => graph(bars, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => streamOf(params, 'tradingview'),
    graph: (bars, params) => graph(bars, params, 'tradingview'),
  },
};

function graph(
  bars: readonly Series[],
  [timePeriod = NaN, multiplier = NaN, atrPeriod = NaN, maType = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  const middle = averageOf(maTypeOf(maType), bars[2]!, timePeriod, convention);
  return middle && bandsAround(middle, averageTrueRange(bars, atrPeriod, convention).times(multiplier));
}

function lookback(
  [timePeriod = NaN, , atrPeriod = NaN, maType = NaN]: readonly number[],
  convention: Convention,
): number {
  return Math.max(
    movingAverageLookback(maTypeOf(maType), timePeriod, convention),
    averageTrueRangeLookback(atrPeriod, convention),
  );
}

function streamOf(params: readonly number[], convention: Convention): RangeBandsStream {
  checkParameters(keltner.params, params);
  const [timePeriod = NaN, multiplier = NaN, atrPeriod = NaN, maType = NaN] = params;
  const average = movingAverage(maTypeOf(maType), timePeriod, convention);
  const range = new AverageTrueRange(atrPeriod, convention);
  return new RangeBandsStream(lookback(params, convention), { average, range, multiplier });
}
