import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { windowMax, windowMin } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE_AND_SIGNAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { WindowRange } from '../primitives/window-range';

/**
 * Stochastic Momentum Index: distance of the close from the middle of the range of the last bars, as a share
 * of half that range, both smoothed twice, and the EMA of that.
 *
 * @param high             quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod       bars of the range, integer in `[1, 100000]`, 13 when omitted
 * @param firstSmoothing   bars of the first EMA, integer in `[1, 100000]`, 25 when omitted
 * @param secondSmoothing  bars of the second EMA, integer in `[1, 100000]`, 2 when omitted
 * @param signalPeriod     bars of the signal, integer in `[1, 100000]`, 3 when omitted
 * @returns                `value` and `signal`, -100 to 100 (no unit); the sum of the periods less four rows
 *                         are NaN in both (warm-up)
 *
 * Defaults are Blau's; TradingView has 10, 3, 3, 3. Where no window so far had a range the value is 0.
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every later
 * row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Blau, Stochastic Momentum, Technical Analysis of Stocks and Commodities, 1993
 * @see tests/golden/beyond/smi.json, tests/golden/tradingview/smi.json
 */
export const smi: Indicator = {
  name: 'smi',
  title: 'Stochastic Momentum Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Smoothed distance of the close from the middle of its range, -100 to 100, with a signal.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('timePeriod', 1, 13),
    period('firstSmoothing', 1, 25),
    period('secondSmoothing', 1, 2),
    period('signalPeriod', 1, 3),
  ],
  outputs: VALUE_AND_SIGNAL,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(smi.params, params);
    return new SmiStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(smi.params, params);
      return new SmiStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [timePeriod = NaN, first = NaN, second = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const highest = windowMax(high!, timePeriod);
  const lowest = windowMin(low!, timePeriod);
  const twice = (x: Series): Series => emaOf(emaOf(x, first, convention), second, convention);
  const distance = twice(close!.minus(highest.plus(lowest).times(0.5)));
  const value = ratio(distance, twice(highest.minus(lowest))).times(200);
  return [value, emaOf(value, signal, convention)];
}

function lookback(
  [timePeriod = NaN, first = NaN, second = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  return timePeriod - 1 + rows(first) + rows(second) + rows(signal);
}

class SmiStream extends BlankedStream {
  private readonly range: WindowRange;
  private readonly distance: Smoother;
  private readonly smoothDistance: Smoother;
  private readonly reach: Smoother;
  private readonly smoothReach: Smoother;
  private readonly signal: Smoother;
  private readonly firstRow: number;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, first = NaN, second = NaN, signal = NaN] = params;
    this.range = new WindowRange(timePeriod);
    this.distance = movingAverage('ema', first, convention);
    this.smoothDistance = movingAverage('ema', second, convention);
    this.reach = movingAverage('ema', first, convention);
    this.smoothReach = movingAverage('ema', second, convention);
    this.signal = movingAverage('ema', signal, convention);
    this.firstRow = timePeriod - 1;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    this.range.push(row[0]!, row[1]!);
    if (today < this.firstRow) return;
    const { highest, lowest } = this.range;
    const distance = this.smoothDistance.push(this.distance.push(row[2]! - (highest + lowest) / 2));
    const reach = this.smoothReach.push(this.reach.push(highest - lowest));
    const value = 200 * quotient(distance, reach);
    out[0] = value;
    out[1] = this.signal.push(value);
  }
}
