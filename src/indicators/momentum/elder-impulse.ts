import type { Convention } from '../convention';
import { exactEma, exactEmas } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { INTEGER_VALUE, REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';

/**
 * Elder Impulse System: 1 where an EMA and the MACD histogram both rise, -1 where both fall, else 0.
 *
 * @param real          any unit, oldest first
 * @param timePeriod    bars of the EMA, integer in `[1, 100000]`, 13 when omitted
 * @param fastPeriod    bars of the fast EMA of MACD, integer in `[1, 100000]`, 12 when omitted
 * @param slowPeriod    bars of the slow EMA of MACD, integer in `[1, 100000]`, 26 when omitted
 * @param signalPeriod  bars of the signal of MACD, integer in `[1, 100000]`, 9 when omitted
 * @returns             -1, 0 or 1; rows before both have changed once are NaN (warm-up)
 *
 * Each EMA begins on its first row. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Elder, Come into My Trading Room, 2002
 * @see tests/golden/beyond/elder_impulse.json, tests/golden/tradingview/elder_impulse.json
 */
export const elderImpulse: Indicator = {
  name: 'elder_impulse',
  title: 'Elder Impulse System',
  group: 'momentum',
  pane: 'own',
  summary: 'Whether trend and momentum both rise (1), both fall (-1), or disagree (0).',
  inputs: REAL,
  params: [
    period('timePeriod', 1, 13),
    period('fastPeriod', 1, 12),
    period('slowPeriod', 1, 26),
    period('signalPeriod', 1, 9),
  ],
  outputs: INTEGER_VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(elderImpulse.params, params);
    return new ElderImpulseStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(elderImpulse.params, params);
      return new ElderImpulseStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [timePeriod = NaN, fast = NaN, slow = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const [quick, steady] = exactEmas(x!, fast, slow, convention);
  const line = quick.minus(steady);
  const trend = exactEma(x!, timePeriod, convention);
  const histogram = line.minus(exactEma(line, signal, convention));
  const [before, earlier] = [trend.lag(1), histogram.lag(1)];
  const isUp = trend.above(before).and(histogram.above(earlier));
  const isDown = trend.below(before).and(histogram.below(earlier));
  return [isUp.pick(1, isDown.pick(-1, 0))];
}

function lookback(
  [timePeriod = NaN, fast = NaN, slow = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  return 1 + Math.max(rows(timePeriod), rows(Math.max(fast, slow)) + rows(signal));
}

class ElderImpulseStream extends BlankedStream {
  private readonly average: Smoother;
  private readonly fast: Smoother;
  private readonly slow: Smoother;
  private readonly signal: Smoother;
  private trend = NaN;
  private histogram = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, fast = NaN, slow = NaN, signal = NaN] = params;
    this.average = movingAverage('ema', timePeriod, convention);
    this.fast = movingAverage('ema', fast, convention);
    this.slow = movingAverage('ema', slow, convention);
    this.signal = movingAverage('ema', signal, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const trend = this.average.push(x);
    const line = this.fast.push(x) - this.slow.push(x);
    const histogram = line - this.signal.push(line);
    const signs = Math.sign(trend - this.trend) + Math.sign(histogram - this.histogram);
    out[0] = Math.trunc(signs / 2);
    this.trend = trend;
    this.histogram = histogram;
  }
}
