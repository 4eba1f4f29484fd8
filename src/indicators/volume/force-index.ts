import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';

/**
 * Force Index: change from bar to bar times volume, smoothed by an EMA.
 *
 * @param real        any unit, oldest first
 * @param volume      units traded
 * @param timePeriod  bars of the EMA, integer in `[1, 100000]`, 13 when omitted; 1 does not smooth
 * @returns           unit of `real` times unit of `volume`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every later
 * row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, here the second bar's.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Elder, Trading for a Living, 1993
 * @see tests/golden/beyond/force_index.json, tests/golden/tradingview/force_index.json
 */
export const forceIndex: Indicator = {
  name: 'force_index',
  title: 'Force Index',
  group: 'volume',
  pane: 'own',
  summary: 'Smoothed change times volume.',
  inputs: [...REAL, ...prices('volume')],
  params: [period('timePeriod', 1, 13)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(forceIndex.params, params);
    return new ForceIndexStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(forceIndex.params, params);
      return new ForceIndexStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

const composed = (
  [x, volume]: readonly Series[],
  [timePeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] => [emaOf(x!.change().times(volume!), timePeriod, convention)];

function lookback([timePeriod = NaN]: readonly number[], convention: Convention): number {
  return 1 + movingAverageLookback('ema', timePeriod, convention);
}

class ForceIndexStream extends BlankedStream {
  private readonly average: Smoother;
  private previous = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN] = params;
    this.average = movingAverage('ema', timePeriod, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    out[0] = this.average.push((row[0]! - this.previous) * row[1]!);
    this.previous = row[0]!;
  }
}
