import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE_AND_SIGNAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * True Strength Index: change from bar to bar as a share of its size, both smoothed twice, and the EMA of
 * that.
 *
 * @param real          any unit, oldest first
 * @param longPeriod    bars of the first EMA, integer in `[1, 100000]`, 25 when omitted
 * @param shortPeriod   bars of the second EMA, integer in `[1, 100000]`, 13 when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 13 when omitted
 * @returns             `value` and `signal`, -100 to 100 (no unit); rows
 *                      `0 .. longPeriod + shortPeriod + signalPeriod - 3` are NaN in both (warm-up)
 *
 * A series that has not moved gives 0. Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Blau, True Strength Index, Technical Analysis of Stocks and Commodities, 1991
 * @see tests/golden/beyond/tsi.json, tests/golden/tradingview/tsi.json
 */
export const tsi: Indicator = {
  name: 'tsi',
  title: 'True Strength Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Twice smoothed change as a share of its size, -100 to 100, with a signal.',
  inputs: REAL,
  params: [period('longPeriod', 1, 25), period('shortPeriod', 1, 13), period('signalPeriod', 1, 13)],
  outputs: VALUE_AND_SIGNAL,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(tsi.params, params);
    return new TsiStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(tsi.params, params);
      return new TsiStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [long = NaN, short = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const twice = (y: Series): Series => emaOf(emaOf(y, long, convention), short, convention);
  const change = x!.change();
  const value = ratio(twice(change), twice(change.abs())).times(100);
  return [value, emaOf(value, signal, convention)];
}

function lookback(
  [long = NaN, short = NaN, signal = NaN]: readonly number[],
  convention: Convention,
): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  return 1 + rows(long) + rows(short) + rows(signal);
}

class TsiStream extends BlankedStream {
  private readonly first: Smoother;
  private readonly second: Smoother;
  private readonly firstSize: Smoother;
  private readonly secondSize: Smoother;
  private readonly signal: Smoother;
  private previous = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [long = NaN, short = NaN, signal = NaN] = params;
    this.first = movingAverage('ema', long, convention);
    this.second = movingAverage('ema', short, convention);
    this.firstSize = movingAverage('ema', long, convention);
    this.secondSize = movingAverage('ema', short, convention);
    this.signal = movingAverage('ema', signal, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const change = row[0]! - this.previous;
    this.previous = row[0]!;
    const smoothed = this.second.push(this.first.push(change));
    const size = this.secondSize.push(this.firstSize.push(Math.abs(change)));
    const value = 100 * quotient(smoothed, size);
    out[0] = value;
    out[1] = this.signal.push(value);
  }
}
