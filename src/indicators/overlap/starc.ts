import type { Convention } from '../convention';
import { windowMean } from '../graph/kernels';
import { averageTrueRange, bandsAround } from '../graph/price-blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { BANDS, prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { AverageTrueRange, averageTrueRangeLookback } from '../primitives/average-true-range';
import { movingAverage } from '../primitives/moving-average';
import { RangeBandsStream } from './range-bands-stream';

/**
 * STARC Bands (Stoller Average Range Channel): a short simple average of the close, and some average true
 * ranges added and taken away.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 6 when omitted
 * @param multiplier  average true ranges to a band, in `[0, 3e37]`, 2 when omitted
 * @param atrPeriod   bars of Wilder's smoothing of the true range, integer in `[1, 100000]`, 15 when omitted
 * @returns           `upper`, `middle`, `lower` in quote currency per unit; rows before `timePeriod - 1` and
 *                    rows `0 .. atrPeriod - 1` are NaN in all three (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes the bands NaN
 * in every later row.
 *
 * Convention: the average true range is TA-Lib's by default; TradingView's counts the first bar too.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Stoller, STARC Bands, as in Colby, The Encyclopedia of Technical Market Indicators, 2003
 * @see TA-Lib 0.7.1 `TA_SMA`, `TA_ATR` (tests/golden/beyond/starc.json, tests/golden/tradingview/starc.json)
 */
export const starc: Indicator = {
  name: 'starc',
  title: 'STARC Bands',
  group: 'overlap',
  pane: 'price',
  summary: 'A short simple average with a band of average true ranges on either side.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('timePeriod', 1, 6),
    real('multiplier', 2, { min: 0, max: 3e37 }),
    period('atrPeriod', 1, 15),
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
  [timePeriod = NaN, multiplier = NaN, atrPeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const width = averageTrueRange(bars, atrPeriod, convention).times(multiplier);
  return bandsAround(windowMean(bars[2]!, timePeriod), width);
}

const lookback = ([timePeriod = NaN, , atrPeriod = NaN]: readonly number[], convention: Convention): number =>
  Math.max(timePeriod - 1, averageTrueRangeLookback(atrPeriod, convention));

function streamOf(params: readonly number[], convention: Convention): RangeBandsStream {
  checkParameters(starc.params, params);
  const [timePeriod = NaN, multiplier = NaN, atrPeriod = NaN] = params;
  const average = movingAverage('sma', timePeriod);
  const range = new AverageTrueRange(atrPeriod, convention);
  return new RangeBandsStream(lookback(params, convention), { average, range, multiplier });
}
