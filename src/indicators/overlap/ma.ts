import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Moving Average of any type.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars, integer in `[1, 100000]`, 30 when omitted; what they mean is with each type
 * @param maType      0 sma, 1 ema, 2 wma, 3 dema, 4 tema, 5 trima, 6 kama, 7 mama, 8 t3; 0 when omitted
 * @returns           unit of `real`; as many rows are NaN (warm-up) as with the function of that name
 *
 * A period of 1 gives the input whatever the type, as in TA-Lib. MAMA takes no other notice of the
 * period: its limits are 0.5 and 0.05; the volume factor of T3 is 0.7. Leading NaN are skipped.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs (ema, dema, tema, t3) start from
 * the first row, without warm-up; the others are the same.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MA` (tests/golden/talib/ma.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/ma.json)
 */
export const ma: Indicator = {
  name: 'ma',
  title: 'Moving average',
  group: 'overlap',
  pane: 'price',
  summary: 'Moving average of a chosen type.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30), maTypeParameter('maType')],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN, maType = NaN]) => movingAverageLookback(maTypeOf(maType), timePeriod),
  stream(params) {
    checkParameters(ma.params, params);
    const [timePeriod = NaN, maType = NaN] = params;
    return new SmootherStream(movingAverage(maTypeOf(maType), timePeriod));
  },
  graph: ([real], [timePeriod = NaN, maType = NaN]) => averages(maTypeOf(maType), real!, timePeriod),
  tradingview: {
    lookback: ([timePeriod = NaN, maType = NaN]) =>
      movingAverageLookback(maTypeOf(maType), timePeriod, 'tradingview'),
    stream(params) {
      checkParameters(ma.params, params);
      const [timePeriod = NaN, maType = NaN] = params;
      return new SmootherStream(movingAverage(maTypeOf(maType), timePeriod, 'tradingview'));
    },
    graph: ([x], [timePeriod = NaN, maType = NaN]) =>
      averages(maTypeOf(maType), x!, timePeriod, 'tradingview'),
  },
};
