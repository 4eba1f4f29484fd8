import type { Indicator } from '../indicator';
import { PAIR } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { kalmanLine } from '../graph/statistic-kernels';

/**
 * Kalman filter hedge: regression of one series on another whose slope and intercept wander, as known at each
 * row; the hedge ratio and the spread of a pair.
 *
 * @param real0                the series explained, any unit, oldest first
 * @param real1                the series that explains it, any unit, oldest first
 * @param delta                how fast slope and intercept wander, in `[1e-12, 0.5]`, 1e-4 when omitted: the
 *                             variance of their steps is `delta / (1 - delta)`
 * @param measurementVariance  variance of the noise, square of the unit of `real0`, in `[1e-12, 1e12]`, 1e-3
 *                             when omitted
 * @returns                    `slope` (unit of `real0` per unit of `real1`) and `intercept` (unit of `real0`)
 *                             after the row; `spread`, the distance of the row from the line before it, and
 *                             `deviation`, the standard deviation expected of it (unit of `real0`); no warm-up
 *
 * Slope and intercept start from 0, known for certain, as in Chan's book. Leading rows with a NaN are skipped.
 * A later row with a NaN or infinity, or whose products pass the range of numbers, counts as missing: slope and
 * intercept stay, spread and deviation are NaN there.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Kalman, A New Approach to Linear Filtering and Prediction Problems, 1960
 * @see Chan, Algorithmic Trading, 2013, chapter 3 (the defaults)
 * @see statsmodels 0.15.0 `KalmanFilter`, time-varying design (tests/golden/beyond/kalman_hedge.json)
 */
export const kalmanHedge: Indicator = {
  name: 'kalman_hedge',
  title: 'Kalman Filter Hedge',
  group: 'statistic',
  pane: 'own',
  summary: 'Hedge ratio of a pair that may wander, and the spread from it.',
  inputs: PAIR,
  params: [
    real('delta', 1e-4, { min: 1e-12, max: 0.5 }),
    real('measurementVariance', 1e-3, { min: 1e-12, max: 1e12 }),
  ],
  outputs: [
    { name: 'slope', kind: 'real', style: 'line' },
    { name: 'intercept', kind: 'real', style: 'dashed' },
    { name: 'spread', kind: 'real', style: 'histogram' },
    { name: 'deviation', kind: 'real', style: 'upper' },
  ],
  unstable: false,
  lookback: () => 0,
  graph: ([real0, real1], [delta = NaN, measurementVariance = NaN]) =>
    kalmanLine(real0!, real1!, delta / (1 - delta), measurementVariance),
  stream(params) {
    checkParameters(kalmanHedge.params, params);
    const [delta = NaN, measurementVariance = NaN] = params;
    return new KalmanHedgeStream(delta / (1 - delta), measurementVariance);
  },
};

class KalmanHedgeStream extends FullRowStream {
  private readonly step: number;
  private readonly measurement: number;
  private slope = 0;
  private intercept = 0;
  /** Variances of slope and intercept, and their covariance, before the next row. */
  private ofSlope = 0;
  private ofIntercept = 0;
  private ofBoth = 0;

  constructor(step: number, measurementVariance: number) {
    super();
    this.step = step;
    this.measurement = measurementVariance;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const x = row[1]!;
    const spread = row[0]! - (this.slope * x + this.intercept);
    const withSlope = this.ofSlope * x + this.ofBoth;
    const withIntercept = this.ofBoth * x + this.ofIntercept;
    const variance = withSlope * x + withIntercept + this.measurement;
    const isKnown = Number.isFinite(spread) && Number.isFinite(variance);
    if (isKnown) {
      this.slope += (withSlope / variance) * spread;
      this.intercept += (withIntercept / variance) * spread;
      this.ofSlope -= (withSlope * withSlope) / variance;
      this.ofBoth -= (withSlope * withIntercept) / variance;
      this.ofIntercept -= (withIntercept * withIntercept) / variance;
    }
    this.ofSlope += this.step;
    this.ofIntercept += this.step;
    out[0] = this.slope;
    out[1] = this.intercept;
    out[2] = isKnown ? spread : NaN;
    out[3] = isKnown ? Math.sqrt(variance) : NaN;
  }
}
