import { nestedAverage } from '../graph/blocks';
import { exponentialAverage } from '../graph/kernels';
import { logRatio as logarithmsOf } from '../graph/price-blocks';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { FullRowStream } from '../primitives/full-row-stream';
import { NestedAverage } from '../primitives/nested-average';
import { logRatio } from '../primitives/returns';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';

/**
 * TRIX: change from bar to bar, in percent, of an EMA of an EMA of an EMA.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of each EMA, integer in `[1, 100000]`, 30 when omitted
 * @returns           percent; rows `0 .. 3 timePeriod - 3` are NaN (warm-up)
 *
 * Each EMA starts from the mean of its first `timePeriod` values. A triple average of exactly 0 gives 0 on
 * the bar after it, as in TA-Lib. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's is 10,000 times the change of the triple
 * EMA of the natural logarithm, each EMA starting from its first row: row 0 is NaN, and a row that is not
 * above 0 makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hutson, TRIX: Triple Exponential Smoothing Oscillator, 1983
 * @see TA-Lib 0.7.1 `TA_TRIX`, default compatibility (tests/golden/talib/trix.json)
 * @see TradingView, source of the built-in script `TRIX` (tests/golden/tradingview/trix.json)
 */
export const trix: Indicator = {
  name: 'trix',
  title: 'Triple Exponential Average Rate of Change',
  group: 'momentum',
  pane: 'own',
  summary: 'Slope of a triple-smoothed average, in percent.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => 3 * timePeriod - 2,
  stream(params) {
    checkParameters(trix.params, params);
    const [timePeriod = NaN] = params;
    return new TrixStream(timePeriod);
  },
  graph([real], [timePeriod = NaN]) {
    const once = exponentialAverage(real!, timePeriod);
    const thrice = exponentialAverage(exponentialAverage(once, timePeriod), timePeriod);
    const before = thrice.lag(1);
    return [before.equals(0).pick(0, thrice.over(before).minus(1).times(100))];
  },
  tradingview: {
    lookback: () => 1,
    stream(params) {
      checkParameters(trix.params, params);
      const [timePeriod = NaN] = params;
      return new LogTrixStream(timePeriod);
    },
    graph([real], [timePeriod = NaN]) {
      const changes = begunWith(0, logarithmsOf(real!, real!.lag(1)));
      return [nestedAverage(changes, timePeriod, [0, 0, 1], 1).times(BASIS_POINTS)];
    },
  },
};

class TrixStream extends FullRowStream {
  private readonly first: SeededAverage;
  private readonly second: SeededAverage;
  private readonly third: SeededAverage;
  private readonly past = new Delay(1);
  private readonly length: number;
  private rows = 0;

  constructor(timePeriod: number) {
    super();
    const weight = emaWeight(timePeriod);
    this.first = new SeededAverage(timePeriod, weight);
    this.second = new SeededAverage(timePeriod, weight);
    this.third = new SeededAverage(timePeriod, weight);
    this.length = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { length } = this;
    this.rows++;
    const once = this.first.push(row[0]!);
    const twice = this.rows < length ? NaN : this.second.push(once);
    const thrice = this.rows < 2 * length - 1 ? NaN : this.third.push(twice);
    const before = this.past.push(thrice);
    out[0] = before === 0 && !Number.isNaN(thrice) ? 0 : (thrice / before - 1) * 100;
  }
}

/** What TradingView scales the change of a logarithm by. */
const BASIS_POINTS = 10_000;

/** The change of an average is the average of the changes, which does not round at the level of the logarithms. */
class LogTrixStream extends FullRowStream {
  private readonly average: NestedAverage;
  private previous = NaN;
  private hasPrevious = false;

  constructor(timePeriod: number) {
    super();
    this.average = new NestedAverage(timePeriod, [0, 0, 1], 1);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const change = this.average.push(this.hasPrevious ? logRatio(x, this.previous) : 0);
    out[0] = this.hasPrevious ? BASIS_POINTS * change : NaN;
    this.previous = x;
    this.hasPrevious = true;
  }
}
