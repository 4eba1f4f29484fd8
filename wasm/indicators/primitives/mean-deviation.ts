// Mean and mean absolute deviation of the last `period` rows, at most 1,024, by a scan: of up to 128 rows in the twin's
// order, of more by their distances from the window's last row.
//
// twin       src/indicators/primitives/mean-deviation.ts
// state      period
// precision  rtol 1e-13 of the twin, its bits where all rows of a window are equal; same bits for a prefix of the input

import { fixed, sizeBits, sizes } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

/** Longest window whose rows the twin adds up one by one. */
const SHORT = 128;

export function meanDeviation(state: usize, count: i32, x: usize, mean: usize, deviation: usize): void {
  const period = <i32>load<f64>(state);
  if (period <= SHORT) scan(period, count, x, mean, deviation);
  else scanDistances(period, count, x, mean, deviation);
}

function scanDistances(period: i32, count: i32, x: usize, mean: usize, deviation: usize): void {
  const length = fixed(<f64>period);
  const bits = sizeBits();
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(x, count);
  while (x < end) {
    const low = v128.load(x);
    const high = v128.load(x, 16);
    let a = f64x2.splat(0);
    let b = a;
    for (let row = x - back; row < x; row += 8) {
      a = f64x2.add(a, f64x2.sub(v128.load(row), low));
      b = f64x2.add(b, f64x2.sub(v128.load(row, 16), high));
    }
    a = f64x2.div(a, length);
    b = f64x2.div(b, length);
    let c = sizes(a, bits);
    let d = sizes(b, bits);
    for (let row = x - back; row < x; row += 8) {
      c = f64x2.add(c, sizes(f64x2.sub(f64x2.sub(v128.load(row), low), a), bits));
      d = f64x2.add(d, sizes(f64x2.sub(f64x2.sub(v128.load(row, 16), high), b), bits));
    }
    write(low, a, c, period, length, mean, deviation);
    write(high, b, d, period, length, mean + 16, deviation + 16);
    x += 32;
    mean += 32;
    deviation += 32;
  }
}

/** Two windows' values. Where all rows are equal their mean is that of a scan, rounded as it is there. */
function write(
  last: v128,
  distance: v128,
  distances: v128,
  period: i32,
  length: v128,
  mean: usize,
  deviation: usize,
): void {
  const isFlat = f64x2.eq(distances, f64x2.splat(0));
  let middle = f64x2.add(last, distance);
  let spread = f64x2.div(distances, length);
  if (v128.any_true(isFlat)) {
    let sum = f64x2.splat(0);
    for (let i = 0; i < period; i++) sum = f64x2.add(sum, last);
    sum = f64x2.div(sum, length);
    middle = v128.bitselect(sum, middle, isFlat);
    spread = v128.bitselect(f64x2.abs(f64x2.sub(last, sum)), spread, isFlat);
  }
  v128.store(mean, middle);
  v128.store(deviation, spread);
}

function scan(period: i32, count: i32, x: usize, mean: usize, deviation: usize): void {
  const length = fixed(<f64>period);
  const bits = sizeBits();
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(x, count);
  while (x < end) {
    const first = x - back;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let row = first; row <= x; row += 8) {
      a = f64x2.add(a, v128.load(row));
      b = f64x2.add(b, v128.load(row, 16));
      c = f64x2.add(c, v128.load(row, 32));
      d = f64x2.add(d, v128.load(row, 48));
    }
    a = f64x2.div(a, length);
    b = f64x2.div(b, length);
    c = f64x2.div(c, length);
    d = f64x2.div(d, length);
    v128.store(mean, a);
    v128.store(mean, b, 16);
    v128.store(mean, c, 32);
    v128.store(mean, d, 48);
    let e = f64x2.splat(0);
    let f = e;
    let g = e;
    let h = e;
    for (let row = first; row <= x; row += 8) {
      e = f64x2.add(e, sizes(f64x2.sub(v128.load(row), a), bits));
      f = f64x2.add(f, sizes(f64x2.sub(v128.load(row, 16), b), bits));
      g = f64x2.add(g, sizes(f64x2.sub(v128.load(row, 32), c), bits));
      h = f64x2.add(h, sizes(f64x2.sub(v128.load(row, 48), d), bits));
    }
    v128.store(deviation, f64x2.div(e, length));
    v128.store(deviation, f64x2.div(f, length), 16);
    v128.store(deviation, f64x2.div(g, length), 32);
    v128.store(deviation, f64x2.div(h, length), 48);
    x += 64;
    mean += 64;
    deviation += 64;
  }
}
