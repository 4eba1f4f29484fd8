import { exponentialAverage } from '../graph/kernels';
import { ratio } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Chaikin volatility: change, in percent, of the exponential average of the ranges of the bars.
 *
 * @param high        prices, oldest first; `low` alike
 * @param timePeriod  bars of the average, integer in `[1, 100000]`, 10 when omitted
 * @param rocPeriod   bars over which its change is taken, integer in `[1, 100000]`, 10 when omitted
 * @returns           percent; rows `0 .. timePeriod + rocPeriod - 2` are NaN (warm-up)
 *
 * The average starts from the mean of its first `timePeriod` ranges, as TA-Lib's do. A change from an average
 * of zero is 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes
 * every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Achelis, Technical Analysis from A to Z, 1995 (Volatility, Chaikin's)
 * @see numpy, the weights written out (tests/golden/beyond/chaikin_volatility.json)
 */
export const chaikinVolatility: Indicator = {
  name: 'chaikin_volatility',
  title: 'Chaikin Volatility',
  group: 'volatility',
  pane: 'own',
  summary: 'Change of the average range of the bars, percent.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 1, 10), period('rocPeriod', 1, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN, rocPeriod = NaN]) => timePeriod + rocPeriod - 1,
  stream(params) {
    checkParameters(chaikinVolatility.params, params);
    const [timePeriod = NaN, rocPeriod = NaN] = params;
    return new ChaikinVolatilityStream(timePeriod, rocPeriod);
  },
  graph([high, low], [timePeriod = NaN, rocPeriod = NaN]) {
    const width = exponentialAverage(high!.minus(low!), timePeriod);
    return [ratio(width.change(rocPeriod).times(100), width.lag(rocPeriod))];
  },
};

class ChaikinVolatilityStream extends BlankedStream {
  private readonly average: SeededAverage;
  private readonly delay: Delay;
  private width = NaN;
  private past = NaN;

  constructor(timePeriod: number, rocPeriod: number) {
    super(timePeriod + rocPeriod - 1);
    this.average = new SeededAverage(timePeriod, emaWeight(timePeriod));
    this.delay = new Delay(rocPeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.width = this.average.push(row[0]! - row[1]!);
    this.past = this.delay.push(this.width);
    out[0] = this.past === 0 ? 0 : (100 * (this.width - this.past)) / this.past;
  }
}
