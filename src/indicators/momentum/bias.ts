import { ratio } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';

/**
 * Bias: distance of the series from its plain average, in percent of the average.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 26 when omitted
 * @returns           percent; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * An average of 0 gives 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the
 * rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see tests/golden/beyond/bias.json (pandas-ta gives a fraction)
 */
export const bias: Indicator = {
  name: 'bias',
  title: 'Bias',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of the price from its average, in percent.',
  inputs: REAL,
  params: [period('timePeriod', 1, 26)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(bias.params, params);
    const [timePeriod = NaN] = params;
    return new BiasStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const average = windowMean(x!, timePeriod);
    return [ratio(x!.minus(average), average).times(100)];
  },
};

class BiasStream extends BlankedStream {
  private readonly average: WindowAverage;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.average = new WindowAverage(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const average = this.average.push(row[0]!);
    out[0] = 100 * quotient(row[0]! - average, average);
  }
}
