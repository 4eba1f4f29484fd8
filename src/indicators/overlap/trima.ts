import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Triangular Moving Average: mean of the last `timePeriod` rows with weights that rise by one to the
 * middle of the window and fall again.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * For an even period the two rows in the middle weigh alike. A period of 1 gives the input. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window holds it.
 * No drift: a value depends on at most the last `2 timePeriod` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_TRIMA` (tests/golden/talib/trima.json)
 */
export const trima: Indicator = {
  name: 'trima',
  title: 'Triangular Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars, those in the middle weighing most.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('trima', timePeriod),
  stream(params) {
    checkParameters(trima.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('trima', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => averages('trima', real!, timePeriod),
};
