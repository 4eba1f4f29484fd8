import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Elder Ray: how far the high (bull power) and the low (bear power) reach beyond an EMA of the closes.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the EMA, integer in `[1, 100000]`, 13 when omitted
 * @returns           `bull` and `bear`, quote currency per unit; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN in `close` makes
 * every later row NaN, one in `high` or `low` its own row in that output.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Elder, Trading for a Living, 1993
 * @see tests/golden/beyond/elder_ray.json, tests/golden/tradingview/elder_ray.json
 */
export const elderRay: Indicator = {
  name: 'elder_ray',
  title: 'Elder Ray',
  group: 'momentum',
  pane: 'own',
  summary: 'Reach of the high and of the low beyond an average: bull and bear power.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 13)],
  outputs: [
    { name: 'bull', kind: 'real', style: 'histogram' },
    { name: 'bear', kind: 'real', style: 'histogram' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(elderRay.params, params);
    return new ElderRayStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(elderRay.params, params);
      return new ElderRayStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [timePeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const average = emaOf(close!, timePeriod, convention);
  return [high!.minus(average), low!.minus(average)];
}

function lookback([timePeriod = NaN]: readonly number[], convention: Convention): number {
  return movingAverageLookback('ema', timePeriod, convention);
}

class ElderRayStream extends BlankedStream {
  private readonly average: Smoother;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN] = params;
    this.average = movingAverage('ema', timePeriod, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const average = this.average.push(row[2]!);
    out[0] = row[0]! - average;
    out[1] = row[1]! - average;
  }
}
