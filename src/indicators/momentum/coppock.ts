import { ratio } from '../graph/blocks';
import { weightedAverage } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { quotient } from '../primitives/quotient';
import { BlankedStream } from '../primitives/blanked-stream';
import { WeightedAverage } from '../primitives/weighted-average';

/**
 * Coppock Curve: weighted average of the sum of a long and a short rate of change; made for monthly bars of
 * indexes.
 *
 * @param real         any unit, oldest first
 * @param longPeriod   bars of a rate of change, integer in `[1, 100000]`, 14 when omitted
 * @param shortPeriod  bars of the other, integer in `[1, 100000]`, 11 when omitted
 * @param wmaPeriod    bars of the average, integer in `[1, 100000]`, 10 when omitted
 * @returns            percent; the longer rate's period and `wmaPeriod - 1` more rows are NaN (warm-up)
 *
 * A change from a row of 0 counts 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Coppock, Barron's, 1962-10-15
 * @see tests/golden/beyond/coppock.json
 */
export const coppock: Indicator = {
  name: 'coppock',
  title: 'Coppock Curve',
  group: 'momentum',
  pane: 'own',
  summary: 'Weighted average of two summed rates of change.',
  inputs: REAL,
  params: [period('longPeriod', 1, 14), period('shortPeriod', 1, 11), period('wmaPeriod', 1, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: ([long = NaN, short = NaN, wma = NaN]) => Math.max(long, short) + wma - 1,
  stream(params) {
    checkParameters(coppock.params, params);
    return new CoppockStream(params);
  },
  graph([x], [long = NaN, short = NaN, wma = NaN]) {
    const change = (rows: number): Series => ratio(x!.change(rows), x!.lag(rows));
    return [weightedAverage(change(long).plus(change(short)).times(100), wma)];
  },
};

class CoppockStream extends BlankedStream {
  private readonly long: Delay;
  private readonly short: Delay;
  private readonly average: WeightedAverage;

  constructor(params: readonly number[]) {
    super(coppock.lookback(params));
    const [long = NaN, short = NaN, wma = NaN] = params;
    this.long = new Delay(long);
    this.short = new Delay(short);
    this.average = new WeightedAverage(wma);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const long = this.long.push(x);
    const short = this.short.push(x);
    out[0] = this.average.push(100 * (quotient(x - long, long) + quotient(x - short, short)));
  }
}
