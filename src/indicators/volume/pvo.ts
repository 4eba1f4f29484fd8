import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { emaPair } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';

/**
 * Percentage Volume Oscillator: a fast less a slow EMA of the volume in percent of the slow one, the EMA of
 * that (the signal), and the distance of the two (the histogram).
 *
 * @param volume        units traded, oldest first
 * @param fastPeriod    bars of the fast EMA, integer in `[2, 100000]`, 12 when omitted
 * @param slowPeriod    bars of the slow EMA, integer in `[2, 100000]`, 26 when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted
 * @returns             `value`, `signal` and `histogram`, percent; the longer of the first periods and
 *                      `signalPeriod`, less two, rows are NaN in all three (warm-up)
 *
 * Each EMA begins on the first row; with the periods the wrong way round they change places. No volume so far
 * gives 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row
 * NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Appel's MACD applied to volume, as in StockCharts, ChartSchool
 * @see tests/golden/beyond/pvo.json, tests/golden/tradingview/pvo.json
 */
export const pvo: Indicator = {
  name: 'pvo',
  title: 'Percentage Volume Oscillator',
  group: 'volume',
  pane: 'own',
  summary: 'Distance of a fast from a slow average of volume in percent, with a signal.',
  inputs: prices('volume'),
  params: [period('fastPeriod', 2, 12), period('slowPeriod', 2, 26), period('signalPeriod', 1, 9)],
  outputs: [
    { name: 'value', kind: 'real', style: 'line' },
    { name: 'signal', kind: 'real', style: 'dashed' },
    { name: 'histogram', kind: 'real', style: 'histogram' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(pvo.params, params);
    return new PvoStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(pvo.params, params);
      return new PvoStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [volume]: readonly Series[],
  [fastPeriod = NaN, slowPeriod = NaN, signalPeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const lengths = [Math.min(fastPeriod, slowPeriod), Math.max(fastPeriod, slowPeriod)] as const;
  const [fast, slow] = emaPair(volume!, ...lengths, convention);
  const value = ratio(fast.minus(slow), slow).times(100);
  const signal = emaOf(value, signalPeriod, convention);
  return [value, signal, value.minus(signal)];
}

function lookback([fast = NaN, slow = NaN, signal = NaN]: readonly number[], convention: Convention): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  return rows(Math.max(fast, slow)) + rows(signal);
}

class PvoStream extends BlankedStream {
  private readonly fast: Smoother;
  private readonly slow: Smoother;
  private readonly signal: Smoother;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [fast = NaN, slow = NaN, signal = NaN] = params;
    this.fast = movingAverage('ema', Math.min(fast, slow), convention);
    this.slow = movingAverage('ema', Math.max(fast, slow), convention);
    this.signal = movingAverage('ema', signal, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const slow = this.slow.push(row[0]!);
    const value = 100 * quotient(this.fast.push(row[0]!) - slow, slow);
    const signal = this.signal.push(value);
    out[0] = value;
    out[1] = signal;
    out[2] = value - signal;
  }
}
