// Level of a noisy series as a Kalman filter knows it at each row.
//
// twin       src/indicators/statistic/kalman-mean.ts
// state      variance of the level's steps, of the noise | whether it has begun, level, variance of the level
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const MEASUREMENT: usize = 8;
const HAS_BEGUN: usize = 16;
const LEVEL: usize = 24;
const VARIANCE: usize = 32;

export function kalmanMean(state: usize, count: i32, x: usize, y: usize): void {
  const process = load<f64>(state);
  const measurement = load<f64>(state, MEASUREMENT);
  let level = load<f64>(state, LEVEL);
  let variance = load<f64>(state, VARIANCE);
  let i = 0;
  if (count > 0 && load<f64>(state, HAS_BEGUN) == 0) {
    store<f64>(state, 1, HAS_BEGUN);
    level = load<f64>(x);
    variance = measurement;
    store<f64>(y, level);
    i = 1;
  }
  for (; i < count; i++) {
    const before = variance + process;
    const gain = before / (before + measurement);
    level += gain * (at(x, i) - level);
    variance = gain * measurement;
    store<f64>(rowOf(y, i), level);
  }
  store<f64>(state, level, LEVEL);
  store<f64>(state, variance, VARIANCE);
}
