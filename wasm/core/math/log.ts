// Natural logarithm.
//
// With x = 2^k c (1 + r), c the nearest of 512 nodes, a value is k ln 2 + ln c and a short series in r.
//
// twin       src/core/math/log.ts
// state      none
// precision  rtol 1e-15 of the twin

import { both, withoutLowWord } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

const LN2_HIGH: f64 = 0.69314718036912381649017333984375;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308;
const TWO_54: f64 = 18014398509481984.0;

/** Nodes between two powers of two. */
const NODES = 512;
/** Bits of the first node; the middle between it and the one before is `FROM_MIDDLE`. */
const FIRST_NODE: i64 = 0x3fe6a00000000000;
/** 1 / c and ln c of each node. */
const TABLE: usize = memory.data(8192, 16);
let isFilled = false;

const LEAST: usize = memory.data<f64>([2.2250738585072014e-308]);
const TO_MIDDLE: usize = memory.data<i64>([0x4000000000000000 - 0x3fe69c0000000000]);
const FROM_MIDDLE: usize = memory.data<i64>([0x3fe69c0000000000]);
const FRACTION: usize = memory.data<i64>([0x000fffffffffffff]);
const HALF_STEP: usize = memory.data<i64>([0x0000040000000000]);
const NODE_MASK: usize = memory.data<u64>([0xfffff80000000000]);
/** 2^52 with an exponent in its low bits, and what it exceeds that exponent by. */
const COUNTER: usize = memory.data<i64>([0x4330000000000000]);
const COUNTER_VALUE: usize = memory.data<f64>([4503599627371520.0]);
const LN2: usize = memory.data<f64>([0.6931471805599453]);
const C2: usize = memory.data<f64>([-0.5]);
const C3: usize = memory.data<f64>([0.3333333333333333]);
const C4: usize = memory.data<f64>([-0.25]);
const C5: usize = memory.data<f64>([0.2]);

export function naturalLogarithm(state: usize, count: i32, x: usize, y: usize): void {
  if (!isFilled) fill();
  if (ofNormal(count, x, y)) return;
  for (let i = 0; i < count; i++) {
    const row = load<f64>(rowOf(x, i));
    if (!isNormal(row)) store<f64>(rowOf(y, i), log(row));
  }
}

/** Logarithms of normal numbers; answers whether all rows, and those beyond the end that were read, are such. */
function ofNormal(count: i32, x: usize, y: usize): bool {
  const least = both(LEAST);
  const toMiddle = both(TO_MIDDLE);
  const fromMiddle = both(FROM_MIDDLE);
  const fraction = both(FRACTION);
  const halfStep = both(HALF_STEP);
  const nodeMask = both(NODE_MASK);
  const counter = both(COUNTER);
  const counterValue = both(COUNTER_VALUE);
  const ln2 = both(LN2);
  const c2 = both(C2);
  const c3 = both(C3);
  const c4 = both(C4);
  const c5 = both(C5);
  const end = rowOf(y, count);
  let good = f64x2.eq(least, least);
  let most = least;
  while (y < end) {
    const row = v128.load(x);
    good = v128.and(good, f64x2.ge(row, least));
    most = f64x2.pmax(most, row);
    const bits = i64x2.add(row, toMiddle);
    const first = v128.load(TABLE + placeOf(x));
    const second = v128.load(TABLE + placeOf(x + 8));
    const exponent = f64x2.sub(v128.or(i64x2.shr_u(bits, 52), counter), counterValue);
    const z = i64x2.add(v128.and(bits, fraction), fromMiddle);
    const node = v128.and(i64x2.add(z, halfStep), nodeMask);
    const r = f64x2.mul(f64x2.sub(z, node), v128.shuffle<f64>(first, second, 0, 2));
    const square = f64x2.mul(r, r);
    const high = f64x2.add(c4, f64x2.mul(r, c5));
    const low = f64x2.add(c2, f64x2.mul(r, c3));
    const series = f64x2.mul(square, f64x2.add(low, f64x2.mul(square, high)));
    const start = f64x2.add(f64x2.mul(exponent, ln2), v128.shuffle<f64>(first, second, 1, 3));
    v128.store(y, f64x2.add(start, f64x2.add(r, series)));
    x += 16;
    y += 16;
  }
  return i64x2.all_true(v128.and(good, f64x2.lt(most, f64x2.splat(Infinity))));
}

/** Where a number's node is in the table, by the upper half of its bits. */
function placeOf(x: usize): usize {
  return ((load<i32>(x, 4) - 0x3fe69c00) >> 7) & 0x1ff0;
}

export function isNormal(x: f64): bool {
  return x >= SMALLEST_NORMAL && x < Infinity;
}

function fill(): void {
  for (let i = 0; i < NODES; i++) {
    const node = reinterpret<f64>(FIRST_NODE + ((<i64>i) << 43));
    store<f64>(TABLE + (i << 4), 1 / node);
    store<f64>(TABLE + (i << 4), log(node), 8);
  }
  isFilled = true;
}

/** The twin itself. */
export function log(x: f64): f64 {
  if (!(x > 0 && x < Infinity)) return atTheEnds(x);
  const f = mantissaOf(x) - 1;
  const exponent = exponentOf(x);
  const s = f / (2 + f);
  const correction = s * (f - tailOfSeries(s * s));
  return exponent * LN2_HIGH - (correction - exponent * LN2_LOW - f);
}

/** The logarithm of a positive finite number as a sum of two: the twin's `logPair`. */
export function logPair(x: f64, into: usize): void {
  const exponent = exponentOf(x);
  const f = mantissaOf(x) - 1;
  const sum = 2 + f;
  const sumLost = 2 - sum + f;
  const s = f / sum;
  const sLow = remainder(f, s, sum, sumLost) / sum;
  const tail = s * tailOfSeries(s * s);
  const first = exponent * LN2_HIGH;
  const a = first + 2 * s;
  const aLost = first - a + 2 * s;
  const low = aLost + (2 * sLow + tail + exponent * LN2_LOW);
  const high = a + low;
  store<f64>(into, high);
  store<f64>(into, a - high + low, 8);
}

/** Of numbers that have no logarithm of their own. */
export function atTheEnds(x: f64): f64 {
  if (x == 0) return -Infinity;
  return x > 0 ? x : NaN;
}

/** Bits of a positive number without those that its exponent has above that of a mantissa near 1. */
function normalBits(x: f64): i64 {
  return reinterpret<i64>(x < SMALLEST_NORMAL ? x * TWO_54 : x);
}

/** 1 where the fraction is above that of the square root of 2. */
function isUpper(bits: i64): i32 {
  return <i32>((bits >> 32) & 0x000fffff) >= 0x6a09e ? 1 : 0;
}

function exponentOf(x: f64): f64 {
  const bits = normalBits(x);
  return <f64>(<i32>(bits >> 52) - 1023 - (x < SMALLEST_NORMAL ? 54 : 0) + isUpper(bits));
}

function mantissaOf(x: f64): f64 {
  const bits = normalBits(x);
  return reinterpret<f64>((bits & 0x000fffffffffffff) | ((<i64>(1023 - isUpper(bits))) << 52));
}

function tailOfSeries(z: f64): f64 {
  let series: f64 = 2.0 / 21.0;
  series = series * z + 2.0 / 19.0;
  series = series * z + 2.0 / 17.0;
  series = series * z + 2.0 / 15.0;
  series = series * z + 2.0 / 13.0;
  series = series * z + 2.0 / 11.0;
  series = series * z + 2.0 / 9.0;
  series = series * z + 2.0 / 7.0;
  series = series * z + 2.0 / 5.0;
  series = series * z + 2.0 / 3.0;
  return series * z;
}

/** `f - s (sum + sumLost)` without rounding of the large product. */
function remainder(f: f64, s: f64, sum: f64, sumLost: f64): f64 {
  const sTop = withoutLowWord(s);
  const sumTop = withoutLowWord(sum);
  const top = f - sTop * sumTop;
  return top - sTop * (sum - sumTop) - (s - sTop) * sum - s * sumLost;
}
