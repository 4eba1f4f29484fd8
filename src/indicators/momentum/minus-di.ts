import { averagedDirection, directionalIndicator } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AveragedIndicatorStream, DirectionalIndicatorStream } from './directional-indicator-stream';

/**
 * Minus Directional Indicator: share of downward directional movement in the true range, both
 * Wilder-smoothed.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 14 when omitted
 * @returns           percent, 0 to 100; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * As in TA-Lib: the sums start from `timePeriod - 1` bars and are smoothed once before the first value; a
 * true range below 1e-14 gives 0; with `timePeriod` 1 nothing is smoothed and the result is a fraction
 * from 0 to 1. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN
 * makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's takes Wilder's means from the plain means of the
 * first `timePeriod` rows, where TA-Lib takes sums of one row fewer; period 1 gives percent as well; where the
 * mean range is 0 the value stays as it was, at first 0.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_MINUS_DI`, no unstable period (tests/golden/talib/minus_di.json)
 * @see TradingView, source of the built-in script `Directional Movement Index` (tests/golden/tradingview/minus_di.json)
 */
export const minusDi: Indicator = {
  name: 'minus_di',
  title: 'Minus Directional Indicator',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of downward movement in the true range.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(minusDi.params, params);
    const [timePeriod = NaN] = params;
    return new DirectionalIndicatorStream(timePeriod, 'minus');
  },
  graph: (bars, [timePeriod = NaN]) => [directionalIndicator(bars, timePeriod, 'minus')],
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod,
    stream(params) {
      checkParameters(minusDi.params, params);
      const [timePeriod = NaN] = params;
      return new AveragedIndicatorStream(timePeriod, 'minus');
    },
    graph: (bars, [timePeriod = NaN]) => [averagedDirection(bars, timePeriod).minus],
  },
};
