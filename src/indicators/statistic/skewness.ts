import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowShape } from '../primitives/window-shape';
import { isFlatWindow } from '../graph/statistic-blocks';
import { windowShape } from '../graph/statistic-kernels';

/**
 * Skewness: third standardised moment of the last rows; above zero where the far ones are above the mean.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[3, 100000]`, 30 when omitted
 * @param adjusted    1 for the estimate from a sample (`G1`, as in pandas and Excel), 0 for that of a
 *                    population (`g1`, as in scipy); 1 when omitted
 * @returns           no unit, 0 for a normal distribution; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window whose deviation is at most 1e-14 of its mean gives 0. Leading NaN are skipped: warm-up begins at
 * the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Joanes and Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician, 1998
 * @see scipy 1.17.1 `stats.skew` (tests/golden/beyond/skewness.json)
 */
export const skewness: Indicator = {
  name: 'skewness',
  title: 'Skewness',
  group: 'statistic',
  pane: 'own',
  summary: 'Whether the far ones of the last bars lie above or below their mean.',
  inputs: REAL,
  params: [period('timePeriod', 3, 30), { name: 'adjusted', kind: 'integer', min: 0, max: 1, default: 1 }],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real], [timePeriod = NaN, adjusted = NaN]) {
    const { mean, variance, third } = windowShape(real!, timePeriod);
    const value = third.times(factorOf(timePeriod, adjusted === 1)).over(variance.times(variance.sqrt()));
    return [isFlatWindow(variance, mean).pick(0, value)];
  },
  stream(params) {
    checkParameters(skewness.params, params);
    const [timePeriod = NaN, adjusted = NaN] = params;
    return new SkewnessStream(timePeriod, adjusted === 1);
  },
};

/** From the skewness of a population to that of a sample. */
const factorOf = (n: number, isAdjusted: boolean): number =>
  isAdjusted ? Math.sqrt(n * (n - 1)) / (n - 2) : 1;

class SkewnessStream extends BlankedStream {
  private readonly window: WindowShape;
  private readonly factor: number;

  constructor(n: number, isAdjusted: boolean) {
    super(n - 1);
    this.window = new WindowShape(n);
    this.factor = factorOf(n, isAdjusted);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    const { mean, variance, third } = this.window;
    out[0] = isFlat(variance, mean) ? 0 : (this.factor * third) / (variance * Math.sqrt(variance));
  }
}
