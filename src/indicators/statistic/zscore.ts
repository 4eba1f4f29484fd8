import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';
import { windowMoments } from '../graph/kernels';
import { isFlatWindow } from '../graph/statistic-blocks';

/**
 * Z-score: distance of a row from the mean of its window, in standard deviations of that window.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 20 when omitted
 * @param ddof        0 for the deviation of a population (divided by `timePeriod`, as in Bollinger's bands),
 *                    1 for that of a sample (`timePeriod - 1`, as in pandas); 0 when omitted
 * @returns           deviations (no unit); rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window whose deviation is at most 1e-14 of its mean gives 0. Leading NaN are skipped: warm-up begins at
 * the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Kreyszig, Advanced Engineering Mathematics, 1979 (standardised variable)
 * @see numpy over each window (tests/golden/beyond/zscore.json)
 */
export const zscore: Indicator = {
  name: 'zscore',
  title: 'Z-Score',
  group: 'statistic',
  pane: 'own',
  summary: 'Distance from the mean of the last bars in standard deviations.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20), { name: 'ddof', kind: 'integer', min: 0, max: 1, default: 0 }],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real], [timePeriod = NaN, ddof = NaN]) {
    const { mean, variance } = windowMoments(real!, timePeriod);
    const deviation = variance.times(timePeriod / (timePeriod - ddof)).sqrt();
    return [isFlatWindow(variance, mean).pick(0, real!.minus(mean).over(deviation))];
  },
  stream(params) {
    checkParameters(zscore.params, params);
    const [timePeriod = NaN, ddof = NaN] = params;
    return new ZscoreStream(timePeriod, ddof);
  },
};

class ZscoreStream extends BlankedStream {
  private readonly window: WindowMoments;
  /** From the variance of a population to the one asked for. */
  private readonly factor: number;
  private last = NaN;

  constructor(timePeriod: number, ddof: number) {
    super(timePeriod - 1);
    this.window = new WindowMoments(timePeriod);
    this.factor = timePeriod / (timePeriod - ddof);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.last = row[0]!;
    this.window.push(this.last);
    const { mean, variance } = this.window;
    out[0] = isFlat(variance, mean) ? 0 : (this.last - mean) / Math.sqrt(variance * this.factor);
  }
}
