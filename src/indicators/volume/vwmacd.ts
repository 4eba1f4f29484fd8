import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { WindowSum } from '../primitives/window-sum';

/**
 * Volume-Weighted MACD: a fast less a slow volume-weighted average, the EMA of that (the signal), and the
 * distance of the two (the histogram).
 *
 * @param real          any unit, oldest first
 * @param volume        units traded
 * @param fastPeriod    bars of the fast average, integer in `[1, 100000]`, 12 when omitted
 * @param slowPeriod    bars of the slow average, integer in `[1, 100000]`, 26 when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted
 * @returns             `value`, `signal` and `histogram` in the unit of `real`; the longer of the first
 *                      periods and `signalPeriod`, less two, rows are NaN in all three (warm-up)
 *
 * With the periods the wrong way round they change places. The average of a window without volume is its last
 * row. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every
 * later row NaN.
 *
 * Convention: a signal that begins with a mean, as TA-Lib's, by default. TradingView's starts from its first
 * row.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Dormeier, Investing with Volume Analysis, 2011
 * @see tests/golden/beyond/vwmacd.json, tests/golden/tradingview/vwmacd.json
 */
export const vwmacd: Indicator = {
  name: 'vwmacd',
  title: 'Volume-Weighted MACD',
  group: 'volume',
  pane: 'own',
  summary: 'Distance of a fast from a slow volume-weighted average, with a signal.',
  inputs: [...REAL, ...prices('volume')],
  params: [period('fastPeriod', 1, 12), period('slowPeriod', 1, 26), period('signalPeriod', 1, 9)],
  outputs: [
    { name: 'value', kind: 'real', style: 'line' },
    { name: 'signal', kind: 'real', style: 'dashed' },
    { name: 'histogram', kind: 'real', style: 'histogram' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(vwmacd.params, params);
    return new VwmacdStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(vwmacd.params, params);
      return new VwmacdStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x, volume]: readonly Series[],
  [fastPeriod = NaN, slowPeriod = NaN, signalPeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const money = x!.times(volume!);
  const traded = (length: number): Series => ratio(windowSum(money, length), windowSum(volume!, length), x!);
  const value = traded(Math.min(fastPeriod, slowPeriod)).minus(traded(Math.max(fastPeriod, slowPeriod)));
  const signal = emaOf(value, signalPeriod, convention);
  return [value, signal, value.minus(signal)];
}

function lookback([fast = NaN, slow = NaN, signal = NaN]: readonly number[], convention: Convention): number {
  return Math.max(fast, slow) - 1 + movingAverageLookback('ema', signal, convention);
}

class VwmacdStream extends BlankedStream {
  private readonly fast: TradedAverage;
  private readonly slow: TradedAverage;
  private readonly signal: Smoother;
  private readonly firstRow: number;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [fast = NaN, slow = NaN, signal = NaN] = params;
    this.fast = new TradedAverage(Math.min(fast, slow));
    this.slow = new TradedAverage(Math.max(fast, slow));
    this.signal = movingAverage('ema', signal, convention);
    this.firstRow = Math.max(fast, slow) - 1;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const value = this.fast.push(row[0]!, row[1]!) - this.slow.push(row[0]!, row[1]!);
    if (today < this.firstRow) return;
    const signal = this.signal.push(value);
    out[0] = value;
    out[1] = signal;
    out[2] = value - signal;
  }
}

/** Mean of the last rows weighted by volume. */
class TradedAverage {
  private readonly money: WindowSum;
  private readonly volume: WindowSum;

  constructor(length: number) {
    this.money = new WindowSum(length);
    this.volume = new WindowSum(length);
  }

  push(x: number, volume: number): number {
    return quotient(this.money.push(x * volume), this.volume.push(volume), x);
  }
}
