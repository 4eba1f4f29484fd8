import { extremeRow, windowMin } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { INTEGER_VALUE, REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { ExtremeRowStream } from './extreme-stream';

/**
 * Index of the Lowest Value: row of the smallest of the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars looked at, integer in `[2, 100000]`, 30 when omitted
 * @returns           row numbers from 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Rows are counted from the beginning of the column. Of equal extremes the one found first stays until a
 * later row equals or beats it, as in TA-Lib. Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MININDEX` (tests/golden/talib/minindex.json)
 */
export const minIndex: Indicator = {
  name: 'minindex',
  title: 'Index of the Lowest Value',
  group: 'math_operator',
  pane: 'own',
  summary: 'Row of the smallest of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 2, 30)],
  outputs: INTEGER_VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(minIndex.params, params);
    const [timePeriod = NaN] = params;
    return new ExtremeRowStream(timePeriod, 'min');
  },
  graph([real], [timePeriod = NaN]) {
    return [extremeRow(real!, windowMin(real!, timePeriod), timePeriod)];
  },
};
