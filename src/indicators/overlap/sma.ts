import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Simple Moving Average: mean of the last `timePeriod` rows.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window
 * holds it. No drift: a value depends on at most the last `2 timePeriod - 1` rows. A period of 1 gives the
 * input.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_SMA` (tests/golden/talib/sma.json)
 */
export const sma: Indicator = {
  name: 'sma',
  title: 'Simple Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('sma', timePeriod),
  stream(params) {
    checkParameters(sma.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('sma', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => [windowMean(real!, timePeriod)],
};
