import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Triple Exponential Moving Average: three times the EMA, less three times the EMA of the EMA, plus the
 * EMA of that.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of each EMA, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. 3 timePeriod - 4` are NaN (warm-up)
 *
 * Each EMA begins with the mean of its first `timePeriod` rows. A period of 1 gives the input. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. Under TradingView's each EMA starts from its first row, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Mulloy, Smoothing Data with Less Lag, Stocks & Commodities 12:2, 1994
 * @see TA-Lib 0.7.1 `TA_TEMA` (tests/golden/talib/tema.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/tema.json)
 */
export const tema: Indicator = {
  name: 'tema',
  title: 'Triple Exponential Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential average with nearly all of its lag taken away.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('tema', timePeriod),
  stream(params) {
    checkParameters(tema.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('tema', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => averages('tema', real!, timePeriod),
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(tema.params, params);
      const [timePeriod = NaN] = params;
      return new SmootherStream(movingAverage('tema', timePeriod, 'tradingview'));
    },
    graph: ([x], [timePeriod = NaN]) => averages('tema', x!, timePeriod, 'tradingview'),
  },
};
