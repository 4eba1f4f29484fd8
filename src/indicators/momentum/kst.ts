import { ratio } from '../graph/blocks';
import { windowMean, windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE_AND_SIGNAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { quotient } from '../primitives/quotient';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowAverage } from '../primitives/window-average';

/**
 * Know Sure Thing: sum of four smoothed rates of change, the longer ones weighing more, and its average.
 *
 * @param real          any unit, oldest first
 * @param rocPeriod1    bars of the first rate of change (weight 1), integer in `[1, 100000]`, 10 when
 *                      omitted; `rocPeriod2` (weight 2) 15, `rocPeriod3` (weight 3) 20, `rocPeriod4` (weight
 *                      4) 30
 * @param smaPeriod1    bars of its average, integer in `[1, 100000]`, 10 when omitted; `smaPeriod2` 10,
 *                      `smaPeriod3` 10, `smaPeriod4` 15
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted
 * @returns             `value` and `signal`, percent; the largest `rocPeriod + smaPeriod - 1` of the four and
 *                      `signalPeriod - 1` more rows are NaN in both (warm-up)
 *
 * A change from a row of 0 counts 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN
 * makes the rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Pring, Summed Rate of Change (KST), Technical Analysis of Stocks and Commodities, 1992
 * @see tests/golden/beyond/kst.json
 */
export const kst: Indicator = {
  name: 'kst',
  title: 'Know Sure Thing',
  group: 'momentum',
  pane: 'own',
  summary: 'Sum of four smoothed rates of change, with a signal.',
  inputs: REAL,
  params: [
    period('rocPeriod1', 1, 10),
    period('rocPeriod2', 1, 15),
    period('rocPeriod3', 1, 20),
    period('rocPeriod4', 1, 30),
    period('smaPeriod1', 1, 10),
    period('smaPeriod2', 1, 10),
    period('smaPeriod3', 1, 10),
    period('smaPeriod4', 1, 15),
    period('signalPeriod', 1, 9),
  ],
  outputs: VALUE_AND_SIGNAL,
  unstable: false,
  lookback: (params) =>
    Math.max(...params.slice(0, 4).map((roc, k) => roc + (params[4 + k] ?? NaN))) - 2 + (params[8] ?? NaN),
  stream(params) {
    checkParameters(kst.params, params);
    return new KstStream(params);
  },
  graph([x], params) {
    const [first, ...others] = params
      .slice(0, 4)
      .map((rows, k) =>
        windowSum(ratio(x!.change(rows), x!.lag(rows)), params[4 + k]!, (100 * (k + 1)) / params[4 + k]!),
      );
    const sum = others.reduce((total, part) => total.plus(part), first!);
    return [sum, windowMean(sum, params[8]!)];
  },
};

class KstStream extends BlankedStream {
  private readonly pasts: Delay[];
  private readonly averages: WindowAverage[];
  private readonly signal: WindowAverage;

  constructor(params: readonly number[]) {
    super(kst.lookback(params));
    this.pasts = params.slice(0, 4).map((length) => new Delay(length));
    this.averages = params.slice(4, 8).map((length) => new WindowAverage(length));
    this.signal = new WindowAverage(params[8] ?? NaN);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    let sum = 0;
    for (let k = 0; k < this.pasts.length; k++) {
      const past = this.pasts[k]!.push(x);
      sum += (k + 1) * this.averages[k]!.push(100 * quotient(x - past, past));
    }
    out[0] = sum;
    out[1] = this.signal.push(sum);
  }
}
