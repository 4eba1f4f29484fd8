// Logarithm to base 10, whole at whole powers of ten.
//
// With x = 2^k c (1 + r), c the nearest of 256 nodes, a value is k log 2 + log c, whose upper parts add
// exactly, and a short series in r.
//
// twin       src/core/math/log10.ts
// state      none
// precision  rtol 1e-15 of the twin

import { both, fixed, withoutLowWord } from '../../shared/constant';
import { rowOf } from '../../shared/rows';
import { atTheEnds, isNormal, logPair } from './log';

const INVERSE_LN10: f64 = 0.4342944819032518;
const INVERSE_LN10_TOP: f64 = 0.43429446220397949;
const INVERSE_LN10_LOW: f64 = 1.9699272335463627e-8;
/** log10 2 as a multiple of 2^-42, and its rest. */
const LOG2_HIGH: f64 = 0.3010299956640665;
const LOG2_LOW: f64 = -8.532344317057107e-14;

/** Nodes between two powers of two, and bits of the first. */
const NODES = 256;
const FIRST_NODE: i64 = 0x3fe6a00000000000;
/** Of each node: 1 / c, c, upper and lower part of log10 c. */
const TABLE: usize = memory.data(8192, 16);
let isFilled = false;
const PAIR: usize = memory.data(16, 16);

const NORMAL: usize = memory.data<f64>([2.2250738585072014e-308]);
const INFINITE: usize = memory.data<f64>([Infinity]);
const TO_MIDDLE: usize = memory.data<i64>([0x4000000000000000 - 0x3fe6980000000000]);
const FROM_MIDDLE: usize = memory.data<i64>([0x3fe6980000000000]);
const FRACTION: usize = memory.data<i64>([0x000fffffffffffff]);
/** 2^52 with an exponent in its low bits, and what it exceeds that exponent by. */
const COUNTER: usize = memory.data<i64>([0x4330000000000000]);
const COUNTER_VALUE: usize = memory.data<f64>([4503599627371520.0]);
const C2: usize = memory.data<f64>([-0.5]);
const C3: usize = memory.data<f64>([0.3333333333333333]);
const C4: usize = memory.data<f64>([-0.25]);
const C5: usize = memory.data<f64>([0.2]);
const C6: usize = memory.data<f64>([-0.16666666666666666]);

export function commonLogarithm(state: usize, count: i32, x: usize, y: usize): void {
  if (!isFilled) fill();
  if (ofNormal(count, x, y)) return;
  for (let i = 0; i < count; i++) {
    const row = load<f64>(rowOf(x, i));
    if (!isNormal(row)) store<f64>(rowOf(y, i), log10(row));
  }
}

/**
 * Logarithms of normal numbers; answers whether all rows, and those beyond the end that were read, are such.
 *
 */
function ofNormal(count: i32, x: usize, y: usize): bool {
  const normal = both(NORMAL);
  const infinite = both(INFINITE);
  const toMiddle = both(TO_MIDDLE);
  const fromMiddle = both(FROM_MIDDLE);
  const fraction = both(FRACTION);
  const counter = both(COUNTER);
  const counterValue = both(COUNTER_VALUE);
  const c2 = both(C2);
  const c3 = both(C3);
  const c4 = both(C4);
  const c5 = both(C5);
  const c6 = both(C6);
  const highs = fixed(LOG2_HIGH);
  const lows = fixed(LOG2_LOW);
  const scales = fixed(INVERSE_LN10);
  const end = rowOf(y, count);
  let good = f64x2.eq(normal, normal);
  while (y < end) {
    const row = v128.load(x);
    good = v128.and(good, v128.and(f64x2.ge(row, normal), f64x2.lt(row, infinite)));
    const bits = i64x2.add(row, toMiddle);
    const first = TABLE + placeOf(x);
    const second = TABLE + placeOf(x + 8);
    const exponent = f64x2.sub(v128.or(i64x2.shr_u(bits, 52), counter), counterValue);
    const z = i64x2.add(v128.and(bits, fraction), fromMiddle);
    const first0 = v128.load(first);
    const second0 = v128.load(second);
    const first1 = v128.load(first, 16);
    const second1 = v128.load(second, 16);
    const node = v128.shuffle<f64>(first0, second0, 1, 3);
    const r = f64x2.mul(f64x2.sub(z, node), v128.shuffle<f64>(first0, second0, 0, 2));
    const tail = f64x2.add(c3, f64x2.mul(r, f64x2.add(c4, f64x2.mul(r, f64x2.add(c5, f64x2.mul(r, c6))))));
    const series = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), f64x2.add(c2, f64x2.mul(r, tail))));
    const top = f64x2.add(f64x2.mul(exponent, highs), v128.shuffle<f64>(first1, second1, 0, 2));
    const rest = f64x2.add(f64x2.mul(exponent, lows), v128.shuffle<f64>(first1, second1, 1, 3));
    v128.store(y, f64x2.add(top, f64x2.add(rest, f64x2.mul(series, scales))));
    x += 16;
    y += 16;
  }
  return i64x2.all_true(good);
}

/** Where a number's node is in the table, by the upper half of its bits. */
function placeOf(x: usize): usize {
  return ((load<i32>(x, 4) - 0x3fe69800) >> 7) & 0x1fe0;
}

function fill(): void {
  for (let i = 0; i < NODES; i++) {
    const entry = TABLE + (i << 5);
    const node = reinterpret<f64>(FIRST_NODE + ((<i64>i) << 44));
    const rest = takeApart(node);
    const top = withoutLowWord(load<f64>(PAIR)) * INVERSE_LN10_TOP;
    // Multiples of 2^-42 add to those of whole exponents exactly.
    const rounder: f64 = 1536;
    const high = top + rounder - rounder;
    store<f64>(entry, 1 / node);
    store<f64>(entry, node, 8);
    store<f64>(entry, high, 16);
    store<f64>(entry, top - high + rest, 24);
  }
  isFilled = true;
}

/** The twin itself. */
function log10(x: f64): f64 {
  if (!(x > 0 && x < Infinity)) return atTheEnds(x);
  const rest = takeApart(x);
  return withoutLowWord(load<f64>(PAIR)) * INVERSE_LN10_TOP + rest;
}

/** Leaves the natural logarithm in `PAIR`; answers what the common one has beyond the product of the upper parts. */
function takeApart(x: f64): f64 {
  logPair(x, PAIR);
  const high = load<f64>(PAIR);
  const rest = high - withoutLowWord(high) + load<f64>(PAIR, 8);
  return rest * INVERSE_LN10_TOP + high * INVERSE_LN10_LOW;
}
