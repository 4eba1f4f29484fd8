import { exponentialAverage } from '../graph/kernels';
import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Exponential Moving Average: each bar moves it by `2 / (timePeriod + 1)` of the distance.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of smoothing, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * The first value is the mean of the first `timePeriod` rows. A period of 1 gives the input. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's starts from the first row itself, without warm-up, as the
 * manual's own equivalent of `ta.ema` does. (Users report that its charts show the mean of the first rows
 * first, which is the default here; the two meet as bars go by.)
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_EMA`, default compatibility (tests/golden/talib/ema.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/ema.json)
 */
export const ema: Indicator = {
  name: 'ema',
  title: 'Exponential Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of all bars, recent ones weighing most.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('ema', timePeriod),
  stream(params) {
    checkParameters(ema.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('ema', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => [exponentialAverage(real!, timePeriod)],
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(ema.params, params);
      const [timePeriod = NaN] = params;
      return new SmootherStream(movingAverage('ema', timePeriod, 'tradingview'));
    },
    graph: ([x], [timePeriod = NaN]) => averages('ema', x!, timePeriod, 'tradingview'),
  },
};
