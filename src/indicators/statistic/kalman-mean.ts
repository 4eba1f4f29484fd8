import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { kalmanLevel } from '../graph/statistic-kernels';

/**
 * Kalman filter mean: the level of a series whose rows are a wandering level plus noise, as known at each row
 * (local level model).
 *
 * @param real                 any unit, oldest first
 * @param processVariance      variance of a step of the level, square of the unit of `real`, in `[0, 1e12]`,
 *                             0.01 when omitted; 0 gives the mean of all rows so far
 * @param measurementVariance  variance of the noise, in `[1e-12, 1e12]`, 1 when omitted
 * @returns                    unit of `real`; no warm-up: the first value is the first row (an unknown level
 *                             before it)
 *
 * Only the ratio of the two variances matters. Leading NaN are skipped. A later NaN or infinity counts as a row
 * that is missing: the level stays and becomes less certain.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Kalman, A New Approach to Linear Filtering and Prediction Problems, 1960
 * @see Durbin and Koopman, Time Series Analysis by State Space Methods, 2001, chapter 2
 * @see statsmodels 0.15.0 `UnobservedComponents`, exact diffuse (tests/golden/beyond/kalman_mean.json)
 */
export const kalmanMean: Indicator = {
  name: 'kalman_mean',
  title: 'Kalman Filter Mean',
  group: 'statistic',
  pane: 'price',
  summary: 'Level of a noisy series as a Kalman filter knows it at each bar.',
  inputs: REAL,
  params: [
    real('processVariance', 0.01, { min: 0, max: 1e12 }),
    real('measurementVariance', 1, { min: 1e-12, max: 1e12 }),
  ],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  graph: ([series], [processVariance = NaN, measurementVariance = NaN]) => [
    kalmanLevel(series!, processVariance, measurementVariance),
  ],
  stream(params) {
    checkParameters(kalmanMean.params, params);
    const [processVariance = NaN, measurementVariance = NaN] = params;
    return new KalmanMeanStream(processVariance, measurementVariance);
  },
};

class KalmanMeanStream implements IndicatorStream {
  private readonly process: number;
  private readonly measurement: number;
  private level = NaN;
  /** Variance of the level as known after the last row. */
  private variance = NaN;

  constructor(processVariance: number, measurementVariance: number) {
    this.process = processVariance;
    this.measurement = measurementVariance;
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    if (Number.isNaN(this.level)) this.start(x);
    else {
      const before = this.variance + this.process;
      const gain = before / (before + this.measurement);
      const distance = x - this.level;
      const isMissing = !Number.isFinite(distance);
      this.level += isMissing ? 0 : gain * distance;
      this.variance = isMissing ? before : gain * this.measurement;
    }
    out[0] = this.level;
  }

  private start(x: number): void {
    if (!Number.isFinite(x)) return;
    this.level = x;
    this.variance = this.measurement;
  }
}
