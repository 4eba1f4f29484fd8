import type { Convention } from '../convention';
import { emaOf, ratio, trueRange as rangeOf } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { TrueRange } from '../primitives/true-range';
import { WindowAverage } from '../primitives/window-average';

/**
 * Pretty Good Oscillator: distance of the close from its plain average, in average true ranges.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the average and of the EMA of the true range, integer in `[1, 100000]`, 14 when
 *                    omitted
 * @returns           true ranges (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Where no bar so far had a true range the result is 0. Leading rows with a NaN are skipped: warm-up begins
 * at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, here the second bar's true range.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Johnson, as in LazyBear, Pretty Good Oscillator, TradingView, 2014 (there of 89 bars)
 * @see tests/golden/beyond/pgo.json, tests/golden/tradingview/pgo.json
 */
export const pgo: Indicator = {
  name: 'pgo',
  title: 'Pretty Good Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of the close from its average, in average true ranges.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(pgo.params, params);
    return new PgoStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(pgo.params, params);
      return new PgoStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [timePeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const range = emaOf(rangeOf(high!, low!, close!), timePeriod, convention);
  return [ratio(close!.minus(windowMean(close!, timePeriod)), range)];
}

function lookback([timePeriod = NaN]: readonly number[], convention: Convention): number {
  return Math.max(timePeriod - 1, 1 + movingAverageLookback('ema', timePeriod, convention));
}

class PgoStream extends BlankedStream {
  private readonly average: WindowAverage;
  private readonly trueRange = new TrueRange();
  private readonly ranges: Smoother;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN] = params;
    this.average = new WindowAverage(timePeriod);
    this.ranges = movingAverage('ema', timePeriod, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const range = this.ranges.push(this.trueRange.push(row[0]!, row[1]!, row[2]!));
    out[0] = quotient(row[2]! - this.average.push(row[2]!), range);
  }
}
