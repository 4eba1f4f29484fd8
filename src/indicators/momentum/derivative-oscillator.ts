import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import { changeStrength, windowMean } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { relativeStrength, SmoothedChanges } from '../primitives/smoothed-changes';
import { WindowAverage } from '../primitives/window-average';

/**
 * Derivative Oscillator: RSI smoothed by two EMAs, less the plain average of that.
 *
 * @param real             any unit, oldest first
 * @param timePeriod       bars of the RSI, integer in `[2, 100000]`, 14 when omitted
 * @param firstSmoothing   bars of the first EMA, integer in `[1, 100000]`, 5 when omitted
 * @param secondSmoothing  bars of the second EMA, integer in `[1, 100000]`, 3 when omitted
 * @param signalPeriod     bars of the average taken away, integer in `[1, 100000]`, 9 when omitted
 * @returns                points of RSI; the sum of the periods less three rows are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up, and its RSI is 100 where there are no falls.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Brown, Technical Analysis for the Trading Professional, 1999
 * @see tests/golden/beyond/derivative_oscillator.json, tests/golden/tradingview/derivative_oscillator.json
 */
export const derivativeOscillator: Indicator = {
  name: 'derivative_oscillator',
  title: 'Derivative Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Smoothed RSI less its own average.',
  inputs: REAL,
  params: [
    period('timePeriod', 2, 14),
    period('firstSmoothing', 1, 5),
    period('secondSmoothing', 1, 3),
    period('signalPeriod', 1, 9),
  ],
  outputs: [{ name: 'value', kind: 'real', style: 'histogram' }],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(derivativeOscillator.params, params);
    return new DerivativeOscillatorStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(derivativeOscillator.params, params);
      return new DerivativeOscillatorStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [timePeriod = NaN, first = NaN, second = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const strength = changeStrength(x!, timePeriod, convention);
  const smooth = emaOf(emaOf(strength, first, convention), second, convention);
  return [smooth.minus(windowMean(smooth, signal))];
}

function lookback(
  [timePeriod = NaN, first = NaN, second = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  return timePeriod + rows(first) + rows(second) + signal - 1;
}

class DerivativeOscillatorStream extends BlankedStream {
  private readonly changes: SmoothedChanges;
  private readonly first: Smoother;
  private readonly second: Smoother;
  private readonly average: WindowAverage;
  private readonly isTradingView: boolean;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, first = NaN, second = NaN, signal = NaN] = params;
    this.changes = new SmoothedChanges(timePeriod);
    this.first = movingAverage('ema', first, convention);
    this.second = movingAverage('ema', second, convention);
    this.average = new WindowAverage(signal);
    this.isTradingView = convention === 'tradingview';
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.changes.push(row[0]!);
    const strength = relativeStrength(this.changes, this.isTradingView ? 'tradingview' : 'talib');
    const smooth = this.second.push(this.first.push(strength));
    out[0] = smooth - this.average.push(smooth);
  }
}
