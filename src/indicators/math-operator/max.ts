import { windowMax } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { ExtremeStream } from './extreme-stream';

/**
 * Highest Value: largest of the last bars.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars looked at, integer in `[2, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MAX` (tests/golden/talib/max.json)
 */
export const maximum: Indicator = {
  name: 'max',
  title: 'Highest Value',
  group: 'math_operator',
  pane: 'price',
  summary: 'Largest of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 2, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(maximum.params, params);
    const [timePeriod = NaN] = params;
    return new ExtremeStream(timePeriod, 'max');
  },
  graph: ([real], [timePeriod = NaN]) => [windowMax(real!, timePeriod)],
};
