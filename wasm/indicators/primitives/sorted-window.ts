// How many of the `period` rows before a row are below it, or at most it, by a scan.
//
// twin       src/indicators/primitives/sorted-window.ts, which counts in order
// state      period, counts equals
// precision  the twin's counts

import { rowOf } from '../../shared/rows';

export function windowRank(state: usize, count: i32, x: usize, y: usize): void {
  const period = (<usize>load<f64>(state)) << 3;
  const countsEquals = load<f64>(state, 8) != 0;
  const end = rowOf(x, count);
  while (x < end) {
    if (countsEquals) atMost(x, period, y);
    else below(x, period, y);
    x += 32;
    y += 32;
  }
}

/** Four rows; a comparison that holds is -1. */
function below(x: usize, period: usize, y: usize): void {
  const low = v128.load(x);
  const high = v128.load(x, 16);
  let a = i64x2.splat(0);
  let b = a;
  for (let row = x - period; row < x; row += 8) {
    a = i64x2.sub(a, f64x2.lt(v128.load(row), low));
    b = i64x2.sub(b, f64x2.lt(v128.load(row, 16), high));
  }
  write(y, a, b);
}

function atMost(x: usize, period: usize, y: usize): void {
  const low = v128.load(x);
  const high = v128.load(x, 16);
  let a = i64x2.splat(0);
  let b = a;
  for (let row = x - period; row < x; row += 8) {
    a = i64x2.sub(a, f64x2.le(v128.load(row), low));
    b = i64x2.sub(b, f64x2.le(v128.load(row, 16), high));
  }
  write(y, a, b);
}

function write(y: usize, a: v128, b: v128): void {
  store<f64>(y, <f64>i64x2.extract_lane(a, 0));
  store<f64>(y, <f64>i64x2.extract_lane(a, 1), 8);
  store<f64>(y, <f64>i64x2.extract_lane(b, 0), 16);
  store<f64>(y, <f64>i64x2.extract_lane(b, 1), 24);
}
