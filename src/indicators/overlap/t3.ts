import { sixfoldAverage } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { movingAverage, movingAverageLookback, T3_FACTOR } from '../primitives/moving-average';
import { NestedAverage, t3Factors } from '../primitives/nested-average';
import { SmootherStream } from './smoother-stream';

/**
 * Tillson's T3: three times over, an EMA with a part of its lag taken away; made of six EMAs, each of
 * the one before.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of each EMA, integer in `[1, 100000]`, 5 when omitted
 * @param vFactor     part of the lag taken away, in `[0, 1]`, 0.7 when omitted; 0 gives the EMA of an EMA
 *                    of an EMA, 1 that of DEMAs
 * @returns           unit of `real`; rows `0 .. 6 timePeriod - 7` are NaN (warm-up)
 *
 * Each EMA begins with the mean of its first `timePeriod` rows. A period of 1 gives the input. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. Under TradingView's each EMA starts from its first row, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Tillson, Better Moving Averages, Stocks & Commodities 16:1, 1998
 * @see TA-Lib 0.7.1 `TA_T3` (tests/golden/talib/t3.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/t3.json)
 */
export const t3: Indicator = {
  name: 't3',
  title: 'Triple Exponential Moving Average (T3)',
  group: 'overlap',
  pane: 'price',
  summary: 'Very smooth exponential average with a chosen part of its lag taken away.',
  inputs: REAL,
  params: [period('timePeriod', 1, 5), real('vFactor', T3_FACTOR, { min: 0, max: 1 })],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('t3', timePeriod),
  stream(params) {
    checkParameters(t3.params, params);
    const [timePeriod = NaN, vFactor = NaN] = params;
    return new SmootherStream(
      timePeriod === 1 ? movingAverage('t3', 1) : new NestedAverage(timePeriod, t3Factors(vFactor)),
    );
  },
  graph: ([x], [timePeriod = NaN, vFactor = NaN]) => [
    timePeriod === 1 ? x! : sixfoldAverage(x!, timePeriod, t3Factors(vFactor), timePeriod),
  ],
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(t3.params, params);
      const [timePeriod = NaN, vFactor = NaN] = params;
      return new SmootherStream(new NestedAverage(timePeriod, t3Factors(vFactor), 1));
    },
    graph: ([x], [timePeriod = NaN, vFactor = NaN]) => [
      sixfoldAverage(x!, timePeriod, t3Factors(vFactor), 1),
    ],
  },
};
