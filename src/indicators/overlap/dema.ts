import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Double Exponential Moving Average: twice the EMA less the EMA of the EMA, which takes away most of its
 * lag.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of each EMA, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. 2 timePeriod - 3` are NaN (warm-up)
 *
 * Each EMA begins with the mean of its first `timePeriod` rows. A period of 1 gives the input. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. Under TradingView's each EMA starts from its first row, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Mulloy, Smoothing Data with Faster Moving Averages, Stocks & Commodities 12:1, 1994
 * @see TA-Lib 0.7.1 `TA_DEMA` (tests/golden/talib/dema.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/dema.json)
 */
export const dema: Indicator = {
  name: 'dema',
  title: 'Double Exponential Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential average with most of its lag taken away.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('dema', timePeriod),
  stream(params) {
    checkParameters(dema.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('dema', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => averages('dema', real!, timePeriod),
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(dema.params, params);
      const [timePeriod = NaN] = params;
      return new SmootherStream(movingAverage('dema', timePeriod, 'tradingview'));
    },
    graph: ([x], [timePeriod = NaN]) => averages('dema', x!, timePeriod, 'tradingview'),
  },
};
