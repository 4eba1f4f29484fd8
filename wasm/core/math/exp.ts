// Exponential.
//
// With x = (k / 256) ln 2 + r a value is 2^(k / 256) from a table times a short series in r.
//
// twin       src/core/math/exp.ts
// state      none
// precision  rtol 1e-15 of the twin

import { both, gathered, sizeBits, sizes } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

const LN2_HIGH: f64 = 0.69314718036912381649017333984375;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = 1.4426950408889634;
const LARGEST: f64 = 709.782712893384;
const SMALLEST: f64 = -745.1332191019412;

/** Steps of the table in a doubling. */
const STEPS = 256;
/** 2^(j / 256) */
const POWERS: usize = memory.data(2048, 16);
let isFilled = false;

/** Beyond it powers of two leave the range of f64. */
const ORDINARY: usize = memory.data<f64>([708.0]);
const STEPS_OF_ONE: usize = memory.data<f64>([369.3299304675746]);
const STEP_HIGH: usize = memory.data<f64>([0.00270760617331689]);
const STEP_LOW: usize = memory.data<f64>([7.453964567463233e-13]);
/** 1.5 * 2^52: a number added to it is rounded to a whole one, which its low bits hold. */
const ROUNDER: usize = memory.data<f64>([6755399441055744.0]);
const PLACE_MASK: usize = memory.data<i64>([~255]);
const C2: usize = memory.data<f64>([0.5]);
const C3: usize = memory.data<f64>([0.16666666666666666]);
const C4: usize = memory.data<f64>([0.041666666666666664]);

export function exponential(state: usize, count: i32, x: usize, y: usize): void {
  if (!isFilled) fill();
  const ordinary = both(ORDINARY);
  const stepsOfOne = both(STEPS_OF_ONE);
  const stepHigh = both(STEP_HIGH);
  const stepLow = both(STEP_LOW);
  const rounder = both(ROUNDER);
  const mask = both(PLACE_MASK);
  const c2 = both(C2);
  const c3 = both(C3);
  const c4 = both(C4);
  const bits = sizeBits();
  const end = rowOf(y, count);
  let beyond = f64x2.splat(0);
  while (y < end) {
    const row = v128.load(x);
    beyond = v128.or(beyond, f64x2.gt(sizes(row, bits), ordinary));
    const shifted = f64x2.add(f64x2.mul(row, stepsOfOne), rounder);
    v128.store(y, shifted);
    const k = f64x2.sub(shifted, rounder);
    const low = (<usize>(load<i32>(y) & (STEPS - 1))) << 3;
    const high = (<usize>(load<i32>(y, 8) & (STEPS - 1))) << 3;
    const r = f64x2.sub(f64x2.sub(row, f64x2.mul(k, stepHigh)), f64x2.mul(k, stepLow));
    const doublings = i64x2.shl(v128.and(shifted, mask), 44);
    const power = i64x2.add(gathered(POWERS + low, POWERS + high), doublings);
    const tail = f64x2.add(c2, f64x2.mul(r, f64x2.add(c3, f64x2.mul(r, c4))));
    const growth = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), tail));
    v128.store(y, f64x2.add(power, f64x2.mul(power, growth)));
    x += 16;
    y += 16;
  }
  if (v128.any_true(beyond)) repair(count, x, y);
}

/** The rows beyond the ordinary ones, anew; `x` and `y` stand after the last row. */
function repair(count: i32, x: usize, y: usize): void {
  const rows = (count + 1) & ~1;
  for (let row = -rows; row < 0; row++) {
    if (abs(load<f64>(rowOf(x, row))) > 708) store<f64>(rowOf(y, row), exp(load<f64>(rowOf(x, row))));
  }
}

function fill(): void {
  for (let j = 0; j < STEPS; j++) {
    const share = <f64>j / STEPS;
    const power = exp(share * LN2_HIGH);
    store<f64>(rowOf(POWERS, j), power + power * (share * LN2_LOW));
  }
  isFilled = true;
}

/** The twin itself. */
export function exp(x: f64): f64 {
  if (!(x <= LARGEST)) return x > LARGEST ? Infinity : NaN;
  if (x < SMALLEST) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  let series: f64 = 1.0 / 6227020800.0;
  series = series * r + 1.0 / 479001600.0;
  series = series * r + 1.0 / 39916800.0;
  series = series * r + 1.0 / 3628800.0;
  series = series * r + 1.0 / 362880.0;
  series = series * r + 1.0 / 40320.0;
  series = series * r + 1.0 / 5040.0;
  series = series * r + 1.0 / 720.0;
  series = series * r + 1.0 / 120.0;
  series = series * r + 1.0 / 24.0;
  series = series * r + 1.0 / 6.0;
  series = series * r + 1.0 / 2.0;
  return scaled(1 + (r + (lost + r * r * series)), <i32>k);
}

/** `x * 2^k`, rounded once. */
function scaled(x: f64, k: i32): f64 {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(k - 1023);
  if (k < -1022) return x * powerOfTwo(k + 64) * powerOfTwo(-64);
  return x * powerOfTwo(k);
}

function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>(k + 1023)) << 52);
}
