// Population variances and covariance of the last `period` pairs of rows.
//
// twin       src/indicators/primitives/window-comoments.ts
// state      period | place in the chunk, anchors [2], sums of the chunk so far [6], suffix sums of the chunk
//            before [6 * (period + 1)]; sums are of x, y, x * x, y * y, x * y, and one that is not used
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';

const PLACE: usize = 8;
const ANCHOR: usize = 16;
const SUMS: usize = 32;
const SUFFIX: usize = 80;
const ENTRY: usize = 48;

export function windowComoments(
  state: usize,
  count: i32,
  x: usize,
  y: usize,
  varianceX: usize,
  varianceY: usize,
  covariance: usize,
): void {
  const period = <i32>load<f64>(state);
  const share = f64x2.splat(1 / <f64>period);
  const end = rowOf(x, count);
  let place = <i32>load<f64>(state, PLACE);
  let anchor = v128.load(state, ANCHOR);
  let sums = v128.load(state, SUMS);
  let squares = v128.load(state, SUMS + 16);
  let product = v128.load(state, SUMS + 32);
  let suffix = state + SUFFIX + <usize>(place + 1) * ENTRY;
  while (x < end) {
    const d = f64x2.sub(pairAt(x, y), anchor);
    sums = f64x2.add(sums, d);
    squares = f64x2.add(squares, f64x2.mul(d, d));
    product = f64x2.add(product, f64x2.mul(d, swapped(d)));
    place++;
    let means: v128;
    let spread: v128;
    let joint: v128;
    if (place == period) {
      anchor = pairAt(x, y);
      suffixSums(
        x - ((<usize>(period - 1)) << 3),
        y - ((<usize>(period - 1)) << 3),
        period,
        anchor,
        state + SUFFIX,
      );
      place = 0;
      suffix = state + SUFFIX;
      sums = f64x2.splat(0);
      squares = sums;
      product = sums;
    }
    means = f64x2.mul(f64x2.add(v128.load(suffix), sums), share);
    spread = f64x2.sub(f64x2.mul(f64x2.add(v128.load(suffix, 16), squares), share), f64x2.mul(means, means));
    joint = f64x2.sub(
      f64x2.mul(f64x2.add(v128.load(suffix, 32), product), share),
      f64x2.mul(means, swapped(means)),
    );
    v128.store64_lane(varianceX, spread, 0);
    v128.store64_lane(varianceY, spread, 1);
    v128.store64_lane(covariance, joint, 0);
    suffix += ENTRY;
    x += 8;
    y += 8;
    varianceX += 8;
    varianceY += 8;
    covariance += 8;
  }
  store<f64>(state, <f64>place, PLACE);
  v128.store(state, anchor, ANCHOR);
  v128.store(state, sums, SUMS);
  v128.store(state, squares, SUMS + 16);
  v128.store(state, product, SUMS + 32);
}

function pairAt(x: usize, y: usize): v128 {
  return v128.load64_lane(y, v128.load64_zero(x), 1);
}

function swapped(v: v128): v128 {
  return v128.shuffle<f64>(v, v, 1, 0);
}

/** Sums of rows `[i, rows)` in entry `i`. */
function suffixSums(x: usize, y: usize, rows: i32, anchor: v128, suffix: usize): void {
  let sums = f64x2.splat(0);
  let squares = sums;
  let product = sums;
  for (let i = rows - 1; i >= 0; i--) {
    const d = f64x2.sub(pairAt(rowOf(x, i), rowOf(y, i)), anchor);
    sums = f64x2.add(sums, d);
    squares = f64x2.add(squares, f64x2.mul(d, d));
    product = f64x2.add(product, f64x2.mul(d, swapped(d)));
    const entry = suffix + <usize>i * ENTRY;
    v128.store(entry, sums);
    v128.store(entry, squares, 16);
    v128.store(entry, product, 32);
  }
}
