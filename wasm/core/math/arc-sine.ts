// Arc sine and arc cosine.
//
// Up to 1/2 a polynomial (minimax, relative error 6e-17); above it twice the angle of sqrt((1 - x) / 2).
//
// twin       src/core/math/arc-sine.ts
// state      none
// precision  rtol 1e-15 of the twin

import { both } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

const HALF: usize = memory.data<f64>([0.5]);
const SIGN: usize = memory.data<f64>([-0.0]);
const HALF_PI: usize = memory.data<f64>([1.5707963267948966]);
const HALF_PI_LOW: usize = memory.data<f64>([6.123233995736766e-17]);
/** Of `(asin(x) / x - 1) / x^2` in `x^2`, the last first. */
const COEFFICIENTS: usize = memory.data<f64>([
  0.028169218060881414, -0.010749050339697808, 0.01603551434914882, 0.0078029494773533175,
  0.011875494382636922, 0.013929652902326633, 0.017355259955786323, 0.02237204763174451, 0.03038194736709848,
  0.044642857103423646, 0.07500000000020764, 0.1666666666666665,
]);

export function arcSine(state: usize, count: i32, x: usize, y: usize): void {
  const half = both(HALF);
  const sign = both(SIGN);
  const halfPi = both(HALF_PI);
  const halfPiLow = both(HALF_PI_LOW);
  const end = rowOf(y, count);
  while (y < end) {
    const row = v128.load(x);
    const size = v128.andnot(row, sign);
    const isSmall = f64x2.le(size, half);
    if (i64x2.all_true(isSmall)) {
      v128.store(y, f64x2.add(row, f64x2.mul(row, tail(f64x2.mul(row, row)))));
    } else {
      const square = v128.bitselect(f64x2.mul(row, row), halfAngle(size, half), isSmall);
      const base = v128.bitselect(size, f64x2.sqrt(square), isSmall);
      const rest = f64x2.mul(base, tail(square));
      const small = f64x2.add(base, rest);
      const large = f64x2.sub(halfPi, f64x2.sub(f64x2.add(base, base), less(rest, halfPiLow)));
      const angle = v128.bitselect(small, large, isSmall);
      v128.store(y, v128.or(angle, v128.and(row, sign)));
    }
    x += 16;
    y += 16;
  }
}

export function arcCosine(state: usize, count: i32, x: usize, y: usize): void {
  const half = both(HALF);
  const sign = both(SIGN);
  const halfPi = both(HALF_PI);
  const halfPiLow = both(HALF_PI_LOW);
  const zero = f64x2.splat(0);
  const end = rowOf(y, count);
  while (y < end) {
    const row = v128.load(x);
    const size = v128.andnot(row, sign);
    const isSmall = f64x2.le(size, half);
    if (i64x2.all_true(isSmall)) {
      const rest = f64x2.mul(row, tail(f64x2.mul(row, row)));
      v128.store(y, f64x2.sub(halfPi, f64x2.sub(row, f64x2.sub(halfPiLow, rest))));
    } else {
      const square = v128.bitselect(f64x2.mul(row, row), halfAngle(size, half), isSmall);
      const base = v128.bitselect(row, f64x2.sqrt(square), isSmall);
      const rest = f64x2.mul(base, tail(square));
      const small = f64x2.sub(halfPi, f64x2.sub(base, f64x2.sub(halfPiLow, rest)));
      const near = f64x2.add(base, rest);
      const far = f64x2.sub(f64x2.sub(halfPi, base), f64x2.sub(rest, halfPiLow));
      const large = v128.bitselect(near, far, f64x2.gt(row, zero));
      v128.store(y, v128.bitselect(small, f64x2.add(large, large), isSmall));
    }
    x += 16;
    y += 16;
  }
}

/** `(1 - size) / 2` */
function halfAngle(size: v128, half: v128): v128 {
  return f64x2.sub(half, f64x2.mul(size, half));
}

/** `low - 2 rest` */
function less(rest: v128, low: v128): v128 {
  return f64x2.sub(low, f64x2.add(rest, rest));
}

/** `asin(x) / x - 1` for `z = x^2` up to 1/4, in pairs of pairs of terms: a chain of them all would be long. */
function tail(z: v128): v128 {
  const square = f64x2.mul(z, z);
  const fourth = f64x2.mul(square, square);
  const first = quartet(COEFFICIENTS, z, square);
  const second = quartet(COEFFICIENTS + 32, z, square);
  const third = quartet(COEFFICIENTS + 64, z, square);
  const upper = f64x2.add(f64x2.mul(first, fourth), second);
  return f64x2.mul(f64x2.add(f64x2.mul(upper, fourth), third), z);
}

/** Four terms, the last one first. */
function quartet(coefficients: usize, z: v128, square: v128): v128 {
  const high = f64x2.add(f64x2.mul(both(coefficients), z), both(coefficients + 8));
  const low = f64x2.add(f64x2.mul(both(coefficients + 16), z), both(coefficients + 24));
  return f64x2.add(f64x2.mul(high, square), low);
}
