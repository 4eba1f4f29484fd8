import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WilderStream } from './wilder-stream';

/**
 * Wilder's Moving Average, the smoothing of his RSI and ATR: each bar moves it by one `timePeriod`-th of the
 * distance.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of smoothing, integer in `[1, 100000]`, 14 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The first value is the mean of the first `timePeriod` rows, as in TradingView's `ta.rma`. A period of 1
 * gives the input. The same values as `smma`, which is its name on other platforms. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see tulipy 0.4.0 `wilders` (tests/golden/beyond/rma.json)
 */
export const rma: Indicator = {
  name: 'rma',
  title: "Wilder's Moving Average",
  group: 'overlap',
  pane: 'price',
  summary: "Wilder's smoothing: a bar weighs one over the period.",
  inputs: REAL,
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(rma.params, params);
    const [timePeriod = NaN] = params;
    return new WilderStream(timePeriod);
  },
  graph: ([x], [timePeriod = NaN]) => [wilderAverage(x!, timePeriod)],
};
