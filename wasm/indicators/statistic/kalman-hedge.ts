// Slope and intercept of a line that wander, as a Kalman filter knows them at each row, and the distance of the row from
// the line before it.
//
// twin       src/indicators/statistic/kalman-hedge.ts
// state      variance of the steps, of the noise | slope, intercept, their variances, their covariance
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const MEASUREMENT: usize = 8;
const SLOPE: usize = 16;
const INTERCEPT: usize = 24;
const OF_SLOPE: usize = 32;
const OF_INTERCEPT: usize = 40;
const OF_BOTH: usize = 48;

export function kalmanHedge(
  state: usize,
  count: i32,
  y: usize,
  x: usize,
  slopes: usize,
  intercepts: usize,
  spreads: usize,
  deviations: usize,
): void {
  const step = load<f64>(state);
  const measurement = load<f64>(state, MEASUREMENT);
  let slope = load<f64>(state, SLOPE);
  let intercept = load<f64>(state, INTERCEPT);
  let ofSlope = load<f64>(state, OF_SLOPE);
  let ofIntercept = load<f64>(state, OF_INTERCEPT);
  let ofBoth = load<f64>(state, OF_BOTH);
  for (let i = 0; i < count; i++) {
    const row = at(x, i);
    const spread = at(y, i) - (slope * row + intercept);
    const withSlope = ofSlope * row + ofBoth;
    const withIntercept = ofBoth * row + ofIntercept;
    const variance = withSlope * row + withIntercept + measurement;
    const isKnown = isFinite(spread) && isFinite(variance);
    if (isKnown) {
      slope += (withSlope / variance) * spread;
      intercept += (withIntercept / variance) * spread;
      ofSlope -= (withSlope * withSlope) / variance;
      ofBoth -= (withSlope * withIntercept) / variance;
      ofIntercept -= (withIntercept * withIntercept) / variance;
    }
    ofSlope += step;
    ofIntercept += step;
    store<f64>(rowOf(slopes, i), slope);
    store<f64>(rowOf(intercepts, i), intercept);
    store<f64>(rowOf(spreads, i), isKnown ? spread : NaN);
    store<f64>(rowOf(deviations, i), isKnown ? sqrt(variance) : NaN);
  }
  store<f64>(state, slope, SLOPE);
  store<f64>(state, intercept, INTERCEPT);
  store<f64>(state, ofSlope, OF_SLOPE);
  store<f64>(state, ofIntercept, OF_INTERCEPT);
  store<f64>(state, ofBoth, OF_BOTH);
}
