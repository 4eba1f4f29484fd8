import { directionalMovement, wilderSum } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import {
  AveragedMovementStream,
  directionalMovementLookback,
  DirectionalMovementStream,
} from './directional-movement-stream';

/**
 * Minus Directional Movement: how far the low falls below the low before, where it falls by more than
 * the high rises, Wilder-summed.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 14 when omitted
 * @returns           quote currency per unit, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up), with
 *                    `timePeriod` 1 the first row
 *
 * The first value is the sum of the `timePeriod - 1` movements so far, not of `timePeriod`, as in TA-Lib;
 * with `timePeriod` 1 nothing is summed. Leading rows with a NaN are skipped: warm-up begins at the first
 * full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's is the mean of `timePeriod` rows instead of the
 * sum, Wilder-smoothed from then on; rows `0 .. timePeriod - 1` are NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_MINUS_DM`, no unstable period (tests/golden/talib/minus_dm.json)
 * @see TradingView, source of the built-in script `Directional Movement Index` (tests/golden/tradingview/minus_dm.json)
 */
export const minusDm: Indicator = {
  name: 'minus_dm',
  title: 'Minus Directional Movement',
  group: 'momentum',
  pane: 'own',
  summary: 'Smoothed downward reach of bars beyond the bar before.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => directionalMovementLookback(timePeriod),
  stream(params) {
    checkParameters(minusDm.params, params);
    const [timePeriod = NaN] = params;
    return new DirectionalMovementStream(timePeriod, 'minus');
  },
  graph: ([high, low], [timePeriod = NaN]) => [wilderSum(directionalMovement(high!, low!).minus, timePeriod)],
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod,
    stream(params) {
      checkParameters(minusDm.params, params);
      const [timePeriod = NaN] = params;
      return new AveragedMovementStream(timePeriod, 'minus');
    },
    graph: ([high, low], [timePeriod = NaN]) => [
      wilderAverage(directionalMovement(high!, low!).minus, timePeriod),
    ],
  },
};
