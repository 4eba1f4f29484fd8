import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';

/**
 * Moving Average Convergence/Divergence: a fast EMA less a slow one, its own EMA (the signal), and
 * the distance of the two (the histogram).
 *
 * @param real          any unit, oldest first
 * @param fastPeriod    bars of the fast EMA, integer in `[2, 100000]`, 12 when omitted
 * @param slowPeriod    bars of the slow EMA, integer in `[2, 100000]`, 26 when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted
 * @returns             `macd`, `signal`, `histogram` in the unit of `real`; rows
 *                      `0 .. slowPeriod + signalPeriod - 3` are NaN in all three (warm-up)
 *
 * Both EMAs have their first value on row `slowPeriod - 1`, as in TA-Lib: the mean of the last
 * `fastPeriod` or `slowPeriod` rows there. With the periods the wrong way round they change places.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.6.4 `TA_MACD`, default compatibility, no unstable period (tests/golden/indicators.json)
 */
export const macd: Indicator = {
  name: 'macd',
  title: 'Moving Average Convergence/Divergence',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of a fast from a slow average, with its own average as signal.',
  inputs: REAL,
  params: [period('fastPeriod', 2, 12), period('slowPeriod', 2, 26), period('signalPeriod', 1, 9)],
  outputs: [
    { name: 'macd', kind: 'real', style: 'line' },
    { name: 'signal', kind: 'real', style: 'line' },
    { name: 'histogram', kind: 'real', style: 'histogram' },
  ],
  unstable: false,
  lookback: ([fast = NaN, slow = NaN, signal = NaN]) => Math.max(fast, slow) + signal - 2,
  stream(params) {
    checkParameters(macd.params, params);
    const [fast = NaN, slow = NaN, signal = NaN] = params;
    return new MacdStream(Math.min(fast, slow), Math.max(fast, slow), signal);
  },
};

class MacdStream implements IndicatorStream {
  private readonly fast: SeededAverage;
  private readonly slow: SeededAverage;
  private readonly signal: SeededAverage;
  /** Rows before the fast average begins, so that both have their first value together. */
  private readonly delay: number;
  /** Rows taken until the signal has its first value. */
  private readonly warmUp: number;
  private rows = 0;

  constructor(fastPeriod: number, slowPeriod: number, signalPeriod: number) {
    this.fast = new SeededAverage(fastPeriod, emaWeight(fastPeriod));
    this.slow = new SeededAverage(slowPeriod, emaWeight(slowPeriod));
    this.signal = new SeededAverage(signalPeriod, emaWeight(signalPeriod));
    this.delay = slowPeriod - fastPeriod;
    this.warmUp = slowPeriod + signalPeriod - 1;
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const hasBegun = this.rows > 0 || !Number.isNaN(x);
    const line = hasBegun ? this.advance(x) : NaN;
    const signal = this.rows < this.slow.period ? NaN : this.signal.push(line);
    const isWarm = this.rows >= this.warmUp;
    out[0] = isWarm ? line : NaN;
    out[1] = isWarm ? signal : NaN;
    out[2] = isWarm ? line - signal : NaN;
  }

  /** Distance of the two averages after the next row; NaN while either is not known. */
  private advance(x: number): number {
    const slow = this.slow.push(x);
    this.rows++;
    return this.rows > this.delay ? this.fast.push(x) - slow : NaN;
  }
}
