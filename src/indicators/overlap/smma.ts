import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WilderStream } from './wilder-stream';

/**
 * Smoothed Moving Average: the running sum gives up its mean for each new bar, so that each bar moves the
 * average by one `timePeriod`-th of the distance.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of smoothing, integer in `[1, 100000]`, 7 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The first value is the mean of the first `timePeriod` rows, as in MetaTrader. A period of 1 gives the
 * input. The same values as `rma`, with the default of charts instead of Wilder's. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see MetaTrader 5 help, Technical Indicators, Moving Average (smoothed)
 * @see tulipy 0.4.0 `wilders` (tests/golden/beyond/smma.json)
 */
export const smma: Indicator = {
  name: 'smma',
  title: 'Smoothed Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Slow average that forgets no bar at once.',
  inputs: REAL,
  params: [period('timePeriod', 1, 7)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(smma.params, params);
    const [timePeriod = NaN] = params;
    return new WilderStream(timePeriod);
  },
  graph: ([x], [timePeriod = NaN]) => [wilderAverage(x!, timePeriod)],
};
