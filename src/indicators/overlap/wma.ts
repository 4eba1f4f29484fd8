import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Weighted Moving Average: mean of the last `timePeriod` rows with weights 1 for the oldest to
 * `timePeriod` for the newest.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A period of 1 gives the input. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose window holds it. No drift: a value depends on at most the last `2 timePeriod -
 * 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_WMA` (tests/golden/talib/wma.json)
 */
export const wma: Indicator = {
  name: 'wma',
  title: 'Weighted Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars, the newest weighing most.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('wma', timePeriod),
  stream(params) {
    checkParameters(wma.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('wma', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => averages('wma', real!, timePeriod),
};
