import { windowMax, windowMin } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { MidpointStream } from './midpoint-stream';

/**
 * Midpoint Price over period: middle between the highest high and the lowest low of the last `timePeriod`
 * bars.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           quote currency per unit; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes the rows NaN
 * whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MIDPRICE` (tests/golden/talib/midprice.json)
 */
export const midprice: Indicator = {
  name: 'midprice',
  title: 'Midpoint Price over period',
  group: 'overlap',
  pane: 'price',
  summary: 'Middle between the highest high and the lowest low of the last bars.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(midprice.params, params);
    const [timePeriod = NaN] = params;
    return new MidpointStream(timePeriod, { upper: 0, lower: 1 });
  },
  graph([high, low], [timePeriod = NaN]) {
    return [windowMax(high!, timePeriod).plus(windowMin(low!, timePeriod)).times(0.5)];
  },
};
