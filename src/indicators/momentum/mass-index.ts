import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Mass Index: sum over some bars of an EMA of the range divided by the EMA of that EMA. It rises when ranges
 * widen, whichever way the price goes.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param emaPeriod   bars of both EMAs, integer in `[1, 100000]`, 9 when omitted
 * @param timePeriod  bars summed, integer in `[1, 100000]`, 25 when omitted (10 on TradingView)
 * @returns           around `timePeriod` (no unit); rows `0 .. 2 emaPeriod + timePeriod - 4` are NaN
 *                    (warm-up)
 *
 * Where no bar so far had a range the quotient counts 1. Leading rows with a NaN are skipped: warm-up begins
 * at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Dorsey, The Mass Index, Technical Analysis of Stocks and Commodities, 1992
 * @see tests/golden/beyond/mass_index.json, tests/golden/tradingview/mass_index.json
 */
export const massIndex: Indicator = {
  name: 'mass_index',
  title: 'Mass Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Widening and narrowing of the range, to warn of reversals.',
  inputs: prices('high', 'low'),
  params: [period('emaPeriod', 1, 9), period('timePeriod', 1, 25)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(massIndex.params, params);
    return new MassIndexStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(massIndex.params, params);
      return new MassIndexStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low]: readonly Series[],
  [emaPeriod = NaN, timePeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const once = emaOf(high!.minus(low!), emaPeriod, convention);
  return [windowSum(ratio(once, emaOf(once, emaPeriod, convention), 1), timePeriod)];
}

function lookback([ema = NaN, timePeriod = NaN]: readonly number[], convention: Convention): number {
  return 2 * movingAverageLookback('ema', ema, convention) + timePeriod - 1;
}

class MassIndexStream extends BlankedStream {
  private readonly once: Smoother;
  private readonly twice: Smoother;
  private readonly window: WindowSum;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [ema = NaN, timePeriod = NaN] = params;
    this.once = movingAverage('ema', ema, convention);
    this.twice = movingAverage('ema', ema, convention);
    this.window = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const once = this.once.push(row[0]! - row[1]!);
    const twice = this.twice.push(once);
    out[0] = this.window.push(quotient(once, twice, 1));
  }
}
