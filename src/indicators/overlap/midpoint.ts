import { windowMax, windowMin } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { MidpointStream } from './midpoint-stream';

/**
 * MidPoint over period: middle between the largest and the smallest of the last `timePeriod` rows.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose window
 * holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MIDPOINT` (tests/golden/talib/midpoint.json)
 */
export const midpoint: Indicator = {
  name: 'midpoint',
  title: 'MidPoint over period',
  group: 'overlap',
  pane: 'price',
  summary: 'Middle between the largest and the smallest of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(midpoint.params, params);
    const [timePeriod = NaN] = params;
    return new MidpointStream(timePeriod, { upper: 0, lower: 0 });
  },
  graph([real], [timePeriod = NaN]) {
    return [windowMax(real!, timePeriod).plus(windowMin(real!, timePeriod)).times(0.5)];
  },
};
