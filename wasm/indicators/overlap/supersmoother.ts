// Filter whose value moves by a share of its distance from the row, and by a share of its last move:
// `y += weight * (x - y) + momentum * (y - y[1])`. Its first two values are given.
//
// twin       src/indicators/overlap/supersmoother.ts; src/indicators/overlap/decycler.ts is the same filter
// state      weight, momentum | rows taken up to 2, last value, its move
// precision  rtol 1e-13 of the twin

import { rowOf } from '../../shared/rows';

const TAKEN: usize = 16;
const VALUE: usize = 24;
const MOVE: usize = 32;

export function momentumFilter(state: usize, count: i32, x: usize, seed: usize, y: usize): void {
  const weight = load<f64>(state);
  const momentum = load<f64>(state, 8);
  const end = rowOf(y, count);
  let taken = load<f64>(state, TAKEN);
  let value = load<f64>(state, VALUE);
  let move = load<f64>(state, MOVE);
  while (taken < 2 && y < end) {
    move = load<f64>(seed) - value;
    value = load<f64>(seed);
    store<f64>(y, value);
    taken += 1;
    x += 8;
    seed += 8;
    y += 8;
  }
  store<f64>(state, taken, TAKEN);
  while (y < end) {
    move = weight * (load<f64>(x) - value) + momentum * move;
    value += move;
    store<f64>(y, value);
    x += 8;
    y += 8;
  }
  store<f64>(state, value, VALUE);
  store<f64>(state, move, MOVE);
}
