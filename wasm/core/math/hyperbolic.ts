// Hyperbolic sine, cosine and tangent.
//
// twin       src/core/math/hyperbolic.ts
// state      none
// precision  rtol 1e-15 of the twin

import { both, fixed, gathered, sizeBits, sizes } from '../../shared/constant';
import { at, rowOf } from '../../shared/rows';
import { exp, exponential } from './exp';

/** Beyond it `e^x` or its inverse leaves the range of f64. */
const ORDINARY: f64 = 708;
const HALF: usize = memory.data<f64>([0.5]);
const ONE: usize = memory.data<f64>([1]);
const SIGN: usize = memory.data<f64>([-0.0]);
/** `1 / 19!` down to `1 / 3!` by steps of 2. */
const SINH: usize = memory.data<f64>([
  8.22063524662433e-18, 2.8114572543455206e-15, 7.647163731819816e-13, 1.6059043836821613e-10,
  2.505210838544172e-8, 2.7557319223985893e-6, 1.984126984126984e-4, 8.333333333333333e-3,
  0.16666666666666666,
]);

/** Steps of the table of tangents to 1, and its end, from which on they are 1. */
const STEPS = 32;
const END = 22;
const TANGENTS: usize = memory.data(5640, 16);
let isFilled = false;
const FARTHEST: usize = memory.data<f64>([22.0]);
const STEPS_OF_ONE: usize = memory.data<f64>([32.0]);
const STEP: usize = memory.data<f64>([0.03125]);
/** 1.5 * 2^52: a number added to it is rounded to a whole one, which its low bits hold. */
const ROUNDER: usize = memory.data<f64>([6755399441055744.0]);
const PLACES = 1023;
const T3: usize = memory.data<f64>([-0.3333333333333333]);
const T5: usize = memory.data<f64>([0.13333333333333333]);
const T7: usize = memory.data<f64>([-0.05396825396825397]);
const T9: usize = memory.data<f64>([0.021869488536155203]);

export function hyperbolicSine(state: usize, count: i32, x: usize, y: usize): void {
  const one = both(ONE);
  const half = both(HALF);
  const withPowers = reaches(count, x, 1);
  if (withPowers) exponential(state, count, x, y);
  for (let i = 0; i < count; i += 2) {
    const from = rowOf(x, i);
    const to = rowOf(y, i);
    const row = v128.load(from);
    const z = f64x2.mul(row, row);
    let value = f64x2.add(row, f64x2.mul(row, f64x2.mul(z, sinhTail(z))));
    if (withPowers) {
      const power = v128.load(to);
      const difference = f64x2.sub(f64x2.mul(half, power), f64x2.div(half, power));
      value = v128.bitselect(value, difference, f64x2.le(sizes(row, sizeBits()), one));
    }
    v128.store(to, value);
  }
  if (withPowers && reaches(count, x, ORDINARY)) {
    for (let i = 0; i < count; i++) {
      const row = at(x, i);
      if (abs(row) > ORDINARY) store<f64>(rowOf(y, i), row < 0 ? -halfPower(-row) : halfPower(row));
    }
  }
}

export function hyperbolicCosine(state: usize, count: i32, x: usize, y: usize): void {
  const half = both(HALF);
  exponential(state, count, x, y);
  for (let i = 0; i < count; i += 2) {
    const to = rowOf(y, i);
    const power = v128.load(to);
    v128.store(to, f64x2.add(f64x2.mul(half, power), f64x2.div(half, power)));
  }
  if (reaches(count, x, ORDINARY)) {
    for (let i = 0; i < count; i++) {
      const size = abs(at(x, i));
      if (size > ORDINARY) store<f64>(rowOf(y, i), halfPower(size));
    }
  }
}

/** With `x = c + r`, c a node: `(tanh c + tanh r) / (1 + tanh c tanh r)`. */
export function hyperbolicTangent(state: usize, count: i32, x: usize, y: usize): void {
  if (!isFilled) fill();
  const sign = both(SIGN);
  const one = both(ONE);
  const farthest = both(FARTHEST);
  const stepsOfOne = both(STEPS_OF_ONE);
  const step = both(STEP);
  const rounder = both(ROUNDER);
  const t3 = both(T3);
  const t5 = both(T5);
  const t7 = both(T7);
  const t9 = both(T9);
  const end = rowOf(y, count);
  while (y < end) {
    const row = v128.load(x);
    const size = f64x2.pmin(v128.andnot(row, sign), farthest);
    const shifted = f64x2.add(f64x2.mul(size, stepsOfOne), rounder);
    v128.store(y, shifted);
    const node = f64x2.mul(f64x2.sub(shifted, rounder), step);
    const low = (<usize>(load<i32>(y) & PLACES)) << 3;
    const high = (<usize>(load<i32>(y, 8) & PLACES)) << 3;
    const r = f64x2.sub(size, node);
    const z = f64x2.mul(r, r);
    const tail = f64x2.add(t3, f64x2.mul(z, f64x2.add(t5, f64x2.mul(z, f64x2.add(t7, f64x2.mul(z, t9))))));
    const ofRest = f64x2.add(r, f64x2.mul(f64x2.mul(r, z), tail));
    const ofNode = gathered(TANGENTS + low, TANGENTS + high);
    const value = f64x2.div(f64x2.add(ofNode, ofRest), f64x2.add(one, f64x2.mul(ofNode, ofRest)));
    v128.store(y, v128.or(value, v128.and(row, sign)));
    x += 16;
    y += 16;
  }
}

/** Whether a row is larger than `size`, or one beyond the end that was read. */
function reaches(count: i32, x: usize, size: f64): bool {
  const limit = fixed(size);
  const end = rowOf(x, count);
  let found = f64x2.ne(limit, limit);
  while (x < end) {
    found = v128.or(found, f64x2.gt(sizes(v128.load(x), sizeBits()), limit));
    x += 16;
  }
  return v128.any_true(found);
}

/** `(sinh(x) / x - 1) / x^2` for `z = x^2` up to 1. */
function sinhTail(z: v128): v128 {
  let series = both(SINH);
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 8));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 16));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 24));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 32));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 40));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 48));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 56));
  series = f64x2.add(f64x2.mul(series, z), both(SINH + 64));
  return series;
}

/** `e^x / 2`, whose factors stay in range where `e^x` does not. */
function halfPower(x: f64): f64 {
  const root = exp(x / 2);
  return 0.5 * root * root;
}

function fill(): void {
  for (let k = 0; k <= STEPS * END; k++) store<f64>(rowOf(TANGENTS, k), tanh(<f64>k / STEPS));
  isFilled = true;
}

/** The twin itself from 0.55 on; below it the quotient of both series. */
function tanh(x: f64): f64 {
  if (x > 0.55) return 1 - 2 / (exp(2 * x) + 1);
  const z = x * x;
  let ofSine: f64 = 1.0 / 355687428096000.0;
  ofSine = ofSine * z + 1.0 / 1307674368000.0;
  ofSine = ofSine * z + 1.0 / 6227020800.0;
  ofSine = ofSine * z + 1.0 / 39916800.0;
  ofSine = ofSine * z + 1.0 / 362880.0;
  ofSine = ofSine * z + 1.0 / 5040.0;
  ofSine = ofSine * z + 1.0 / 120.0;
  ofSine = ofSine * z + 1.0 / 6.0;
  let ofCosine: f64 = 1.0 / 6402373705728000.0;
  ofCosine = ofCosine * z + 1.0 / 20922789888000.0;
  ofCosine = ofCosine * z + 1.0 / 87178291200.0;
  ofCosine = ofCosine * z + 1.0 / 479001600.0;
  ofCosine = ofCosine * z + 1.0 / 3628800.0;
  ofCosine = ofCosine * z + 1.0 / 40320.0;
  ofCosine = ofCosine * z + 1.0 / 720.0;
  ofCosine = ofCosine * z + 1.0 / 24.0;
  ofCosine = ofCosine * z + 0.5;
  return x * (1 - (z * (ofCosine - ofSine)) / (1 + z * ofCosine));
}
