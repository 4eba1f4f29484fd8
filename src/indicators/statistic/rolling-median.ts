import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { QuantileStream } from './quantile';
import { windowQuantile } from '../graph/statistic-kernels';

/**
 * Rolling median: the middle one of the last rows in order of size, or the mean of the two in the middle.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN or infinity makes the rows NaN
 * whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Tukey, Exploratory Data Analysis, 1977
 * @see numpy 2.4.6 `median` (tests/golden/beyond/rolling_median.json)
 */
export const rollingMedian: Indicator = {
  name: 'rolling_median',
  title: 'Rolling Median',
  group: 'statistic',
  pane: 'price',
  summary: 'The middle one of the last bars in order of size.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph: ([real], [timePeriod = NaN]) => [windowQuantile(real!, timePeriod, 0.5)],
  stream(params) {
    checkParameters(rollingMedian.params, params);
    const [timePeriod = NaN] = params;
    return new QuantileStream(timePeriod, 0.5);
  },
};
