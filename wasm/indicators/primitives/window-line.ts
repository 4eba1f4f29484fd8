// Sum of the last `period` rows, at least 2, with weights that rise evenly: averages, and the slope and points of the
// least-squares line.
//
// twin       src/indicators/primitives/window-line.ts
// state      period, sum of all weights, even and rising weight | rows so far, at most `period`, and sums [10]
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';
import { firstLine, slidingLine } from '../../shared/sliding-line';

const LEVEL: usize = 8;
const EVEN: usize = 16;
const RISING: usize = 24;
const ROWS: usize = 32;
const SUMS: usize = 40;

/** Up to this period a window is added up anew for each row. */
const DIRECT = 8;

export function windowLine(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  if (period <= DIRECT) addWindows(state, count, period, x, y);
  else slide(state, count, period, x, y);
}

/** Each window by itself, distances measured from its last row. */
function addWindows(state: usize, count: i32, period: i32, x: usize, y: usize): void {
  const level = v128.load64_splat(state, LEVEL);
  const even = v128.load64_splat(state, EVEN);
  const rising = v128.load64_splat(state, RISING);
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(y, count);
  while (y < end) {
    const low = v128.load(x);
    const high = v128.load(x, 16);
    let weight = even;
    let lowSum = f64x2.mul(low, level);
    let highSum = f64x2.mul(high, level);
    for (let row = x - back; row < x; row += 8) {
      lowSum = f64x2.add(lowSum, f64x2.mul(weight, f64x2.sub(v128.load(row), low)));
      highSum = f64x2.add(highSum, f64x2.mul(weight, f64x2.sub(v128.load(row, 16), high)));
      weight = f64x2.add(weight, rising);
    }
    v128.store(y, lowSum);
    v128.store(y, highSum, 16);
    x += 32;
    y += 32;
  }
}

/** From the first whole window on. */
function slide(state: usize, count: i32, period: i32, x: usize, y: usize): void {
  const before = <i32>load<f64>(state, ROWS);
  store<f64>(state, <f64>min(period, before + count), ROWS);
  const missing = period - before;
  if (missing > count) return;
  if (missing > 0) firstLine(state + SUMS, state, period, rowOf(x, missing - 1), rowOf(y, missing - 1));
  slidingLine(state + SUMS, state, count - missing, period, rowOf(x, missing), rowOf(y, missing));
}
