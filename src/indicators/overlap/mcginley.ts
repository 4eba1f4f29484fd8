import { mcginleyAverage } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * McGinley Dynamic: average that a new row moves by one part in `constant timePeriod ratio^4` of the
 * distance, where `ratio` is the row over the average: fast in falling markets, slow in rising ones.
 *
 * @param real        any unit, positive, oldest first
 * @param timePeriod  bars of smoothing, integer in `[1, 100000]`, 14 when omitted
 * @param constant    share of the period that counts, in `[0.01, 10]`, 1 when omitted; McGinley advises 0.6
 *                    to follow an exponential average of that period
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The first value is the mean of the first `timePeriod` rows. A row below about half the average would carry
 * it beyond the row, and 0 infinitely far: the average then moves to the row and no further; from an average
 * of 0 it moves to the row likewise. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes every later row NaN.
 *
 * Convention: TradingView's built-in script starts from the first row, without warm-up, and has no constant
 * (1).
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see McGinley, The McGinley Dynamic, Market Technicians Association Journal, 1997
 * @see tests/golden/beyond/mcginley.json, tests/golden/tradingview/mcginley.json
 */
export const mcginley: Indicator = {
  name: 'mcginley',
  title: 'McGinley Dynamic',
  group: 'overlap',
  pane: 'price',
  summary: 'Average that speeds up as the price falls below it.',
  inputs: REAL,
  params: [period('timePeriod', 1, 14), real('constant', 1, { min: 0.01, max: 10 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new McginleyStream(params, params[0] ?? NaN),
  graph: ([x], [timePeriod = NaN, constant = NaN]) => [
    mcginleyAverage(x!, timePeriod, constant * timePeriod),
  ],
  tradingview: {
    lookback: () => 0,
    stream: (params) => new McginleyStream(params, 1),
    graph: ([x], [timePeriod = NaN, constant = NaN]) => [mcginleyAverage(x!, 1, constant * timePeriod)],
  },
};

class McginleyStream extends BlankedStream {
  private readonly divisor: number;
  private readonly seed: number;
  private rows = 0;
  private sum = 0;
  private level = NaN;

  /** @param seed  rows of the first mean */
  constructor(params: readonly number[], seed: number) {
    checkParameters(mcginley.params, params);
    super(seed - 1);
    const [timePeriod = NaN, constant = NaN] = params;
    this.divisor = constant * timePeriod;
    this.seed = seed;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    out[0] = this.level;
  }

  private absorb(row: Float64Array): void {
    const x = row[0]!;
    if (this.rows === this.seed) {
      this.move(x);
      return;
    }
    this.rows++;
    this.sum += x;
    this.level = this.sum / this.rows;
  }

  private move(x: number): void {
    const ratio = x / this.level;
    const square = ratio * ratio;
    const weight = 1 / (this.divisor * square * square);
    if (this.level === 0 || weight > 1) this.level = x;
    else this.level += weight * (x - this.level);
  }
}
