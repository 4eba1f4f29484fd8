import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Zero-Lag Exponential Moving Average: EMA of the series with its change over the lag of that EMA added once
 * more.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of smoothing, integer in `[1, 100000]`, 20 when omitted
 * @returns           unit of `real`; rows `0 .. lag + timePeriod - 2` are NaN (warm-up), with `lag` the whole
 *                    part of `(timePeriod - 1) / 2`
 *
 * The first value is the mean of the first `timePeriod` corrected rows. A period of 1 gives the input.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: the EMA is TA-Lib's by default. TradingView's starts from the first corrected row, row `lag`.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers & Way, Zero Lag (Well, Almost), Stocks & Commodities 28:11, 2010 (the lag as a delay of rows)
 * @see tests/golden/beyond/zlema.json, tests/golden/tradingview/zlema.json
 */
export const zlema: Indicator = {
  name: 'zlema',
  title: 'Zero-Lag Exponential Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential average of prices that are moved ahead by its lag.',
  inputs: REAL,
  params: [period('timePeriod', 1, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new ZlemaStream(params, 'talib'),
  graph: ([x], params) => graph(x!, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new ZlemaStream(params, 'tradingview'),
    graph: ([x], params) => graph(x!, params, 'tradingview'),
  },
};

function graph(x: Series, [timePeriod = NaN]: readonly number[], convention: Convention): readonly Series[] {
  const ahead = x.plus(x.minus(x.lag(lagOf(timePeriod))));
  return [emaOf(ahead, timePeriod, convention)];
}

const lagOf = (timePeriod: number): number => Math.floor((timePeriod - 1) / 2);

const lookback = ([timePeriod = NaN]: readonly number[], convention: Convention): number =>
  lagOf(timePeriod) + movingAverageLookback('ema', timePeriod, convention);

class ZlemaStream extends BlankedStream {
  private readonly past: Delay;
  private readonly average: Smoother;
  private value = NaN;

  constructor(params: readonly number[], convention: Convention) {
    checkParameters(zlema.params, params);
    super(lookback(params, convention));
    const [timePeriod = NaN] = params;
    this.past = new Delay(lagOf(timePeriod));
    this.average = movingAverage('ema', timePeriod, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.value = this.average.push(x + (x - this.past.push(x)));
    out[0] = this.value;
  }
}
