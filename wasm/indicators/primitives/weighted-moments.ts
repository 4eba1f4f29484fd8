// Mean and variance of the rows of a group so far, each with a weight of its own. A group is a run of rows of one key.
//
// twin       src/indicators/primitives/weighted-moments.ts
// state      | key of the row before, sum of weights, mean, weighted sum of squared distances from it
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const WEIGHT: usize = 8;
const MEAN: usize = 16;
const SPREAD: usize = 24;

export function groupMoments(
  state: usize,
  count: i32,
  keys: usize,
  x: usize,
  weights: usize,
  means: usize,
  variances: usize,
): void {
  const end = rowOf(means, count);
  let key = load<f64>(state);
  let sum = load<f64>(state, WEIGHT);
  let mean = load<f64>(state, MEAN);
  let spread = load<f64>(state, SPREAD);
  while (means < end) {
    const row = load<f64>(x);
    const weight = load<f64>(weights);
    if (load<f64>(keys) != key) sum = 0;
    key = load<f64>(keys);
    if (sum == 0) {
      sum = weight;
      mean = row;
      spread = 0;
    } else if (weight != 0) {
      const distance = row - mean;
      sum += weight;
      mean += (weight / sum) * distance;
      spread += weight * distance * (row - mean);
    }
    store<f64>(means, mean);
    store<f64>(variances, sum == 0 ? 0 : spread / sum);
    keys += 8;
    x += 8;
    weights += 8;
    means += 8;
    variances += 8;
  }
  store<f64>(state, key);
  store<f64>(state, sum, WEIGHT);
  store<f64>(state, mean, MEAN);
  store<f64>(state, spread, SPREAD);
}
