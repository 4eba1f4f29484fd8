import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowShape } from '../primitives/window-shape';
import { isFlatWindow } from '../graph/statistic-blocks';
import { windowShape } from '../graph/statistic-kernels';

/**
 * Excess kurtosis: fourth standardised moment of the last rows less 3, that of a normal distribution; above
 * zero where the tails are fat.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[4, 100000]`, 30 when omitted
 * @param adjusted    1 for the estimate from a sample (`G2`, as in pandas and Excel), 0 for that of a
 *                    population (`g2`, as in scipy); 1 when omitted
 * @returns           no unit, 0 for a normal distribution; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window whose deviation is at most 1e-14 of its mean gives 0. Leading NaN are skipped: warm-up begins at
 * the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Joanes and Gill, Comparing Measures of Sample Skewness and Kurtosis, The Statistician, 1998
 * @see scipy 1.17.1 `stats.kurtosis` (tests/golden/beyond/kurtosis.json)
 */
export const kurtosis: Indicator = {
  name: 'kurtosis',
  title: 'Excess Kurtosis',
  group: 'statistic',
  pane: 'own',
  summary: 'How fat the tails of the last bars are, 0 for a normal distribution.',
  inputs: REAL,
  params: [period('timePeriod', 4, 30), { name: 'adjusted', kind: 'integer', min: 0, max: 1, default: 1 }],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real], [n = NaN, adjusted = NaN]) {
    const { mean, variance, fourth } = windowShape(real!, n);
    const excess = fourth.over(variance.times(variance)).minus(3);
    const ofSample = excess
      .times(n + 1)
      .plus(6)
      .times(n - 1)
      .over((n - 2) * (n - 3));
    return [isFlatWindow(variance, mean).pick(0, adjusted === 1 ? ofSample : excess)];
  },
  stream(params) {
    checkParameters(kurtosis.params, params);
    const [timePeriod = NaN, adjusted = NaN] = params;
    return new KurtosisStream(timePeriod, adjusted === 1);
  },
};

class KurtosisStream extends BlankedStream {
  private readonly window: WindowShape;
  private readonly period: number;
  private readonly isAdjusted: boolean;

  constructor(timePeriod: number, isAdjusted: boolean) {
    super(timePeriod - 1);
    this.window = new WindowShape(timePeriod);
    this.period = timePeriod;
    this.isAdjusted = isAdjusted;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.window.push(row[0]!);
    const { mean, variance, fourth } = this.window;
    out[0] = isFlat(variance, mean) ? 0 : this.excess(fourth / (variance * variance) - 3);
  }

  private excess(ofPopulation: number): number {
    const n = this.period;
    if (!this.isAdjusted) return ofPopulation;
    return ((n - 1) * ((n + 1) * ofPopulation + 6)) / ((n - 2) * (n - 3));
  }
}
