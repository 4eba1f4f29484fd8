import { averages } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { SmootherStream } from './smoother-stream';

/**
 * Kaufman Adaptive Moving Average: exponential average whose weight is that of 2 bars where prices run
 * straight, and of 30 bars where they go back and forth.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars compared, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * It starts from row `timePeriod - 1`. A window whose steps add up to less than 1e-14 counts as a straight
 * run, and a period of 1 gives the input (row 0 included), as in TA-Lib. Leading NaN are skipped: warm-up
 * begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Kaufman, Smarter Trading, 1995
 * @see TA-Lib 0.7.1 `TA_KAMA` (tests/golden/talib/kama.json)
 */
export const kama: Indicator = {
  name: 'kama',
  title: 'Kaufman Adaptive Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential average that is quick in a straight run and slow in noise.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => movingAverageLookback('kama', timePeriod),
  stream(params) {
    checkParameters(kama.params, params);
    const [timePeriod = NaN] = params;
    return new SmootherStream(movingAverage('kama', timePeriod));
  },
  graph: ([real], [timePeriod = NaN]) => averages('kama', real!, timePeriod),
};
