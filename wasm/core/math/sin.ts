// Sine; what cosine and tangent share with it.
//
// An angle is the nearest 256th of half a turn, whose sine and cosine are in a table, and a rest with short
// series.
//
// twin       src/core/math/sin.ts
// state      none
// precision  rtol 1e-15 of the twin; next to zeros and poles that of an angle within 1e-29

import { both, fixed, sizeBits, sizes } from '../../shared/constant';
import { at, rowOf } from '../../shared/rows';
import { quarterTurns } from './quarter-turns';

/** What is asked for, as types: each has code of its own. */
export type Sines = i64;
export type Tangents = u64;

/** Nodes of a turn, and of a quarter of it. */
const NODES = 512;
export const QUARTER = 128;
/** Sine and cosine of each node. */
const TABLE: usize = memory.data(8192, 16);
let isFilled = false;
const REST: usize = memory.data(16, 16);

/** Beyond it products of the node's number would round. */
const LONGEST: f64 = 524288;
const LONGEST_UPPER: i32 = 0x41200000;
const NODES_OF_ONE: usize = memory.data<f64>([81.48733086305042]);
/** 1.5 * 2^52: a number added to it is rounded to a whole one, which its low bits hold. */
const ROUNDER: f64 = 6755399441055744;
/** pi / 256 in parts; the first two have 27 bits. */
const FIRST: usize = memory.data<f64>([0.012271846295334399]);
const SECOND: usize = memory.data<f64>([7.750731046557435e-12]);
const THIRD: usize = memory.data<f64>([4.469678692273306e-20]);
const S3: usize = memory.data<f64>([-0.16666666666666666]);
const S5: usize = memory.data<f64>([0.008333333333333333]);
const C2: usize = memory.data<f64>([-0.5]);
const C4: usize = memory.data<f64>([0.041666666666666664]);

export function sine(state: usize, count: i32, x: usize, y: usize): void {
  if (waves<Sines>(count, x, y, 0)) return;
  for (let i = 0; i < count; i++) {
    const row = at(x, i);
    if (isLong(row)) store<f64>(rowOf(y, i), sin(row));
  }
}

/** Sines of short angles and `lead` nodes, or the angles' tangents; answers whether all rows are short. */
export function waves<What>(count: i32, x: usize, y: usize, lead: i32): bool {
  fillNodes();
  const nodesOfOne = both(NODES_OF_ONE);
  const rounder = fixed(ROUNDER + <f64>lead);
  const first = both(FIRST);
  const second = both(SECOND);
  const third = both(THIRD);
  const s3 = both(S3);
  const s5 = both(S5);
  const c2 = both(C2);
  const c4 = both(C4);
  const bits = sizeBits();
  const end = rowOf(y, count);
  // Upper halves of numbers are in the order of their sizes; those of NaN and infinities are the greatest.
  let most = i32x4.splat(0);
  while (y < end) {
    const row = v128.load(x);
    most = i32x4.max_s(most, sizes(row, bits));
    const shifted = f64x2.add(f64x2.mul(row, nodesOfOne), rounder);
    v128.store(y, shifted);
    const k = f64x2.sub(shifted, rounder);
    const a = v128.load(TABLE + ((load<i32>(y) & (NODES - 1)) << 4));
    const b = v128.load(TABLE + ((load<i32>(y, 8) & (NODES - 1)) << 4));
    const left = f64x2.sub(f64x2.sub(row, f64x2.mul(k, first)), f64x2.mul(k, second));
    const r = f64x2.sub(left, f64x2.mul(k, third));
    const z = f64x2.mul(r, r);
    const tail = f64x2.add(s3, f64x2.mul(z, s5));
    const sinOfRest = f64x2.add(r, f64x2.mul(f64x2.mul(r, z), tail));
    const drop = f64x2.mul(z, f64x2.add(c2, f64x2.mul(z, c4)));
    const sinOfNode = v128.shuffle<f64>(a, b, 0, 2);
    const cosOfNode = v128.shuffle<f64>(a, b, 1, 3);
    const rise = f64x2.add(f64x2.mul(cosOfNode, sinOfRest), f64x2.mul(sinOfNode, drop));
    const sinOfAngle = f64x2.add(sinOfNode, rise);
    if (isSigned<What>()) v128.store(y, sinOfAngle);
    else {
      const run = f64x2.sub(f64x2.mul(cosOfNode, drop), f64x2.mul(sinOfNode, sinOfRest));
      v128.store(y, f64x2.div(sinOfAngle, f64x2.add(cosOfNode, run)));
    }
    x += 16;
    y += 16;
  }
  return max(i32x4.extract_lane(most, 1), i32x4.extract_lane(most, 3)) < LONGEST_UPPER;
}

/** Whether an angle has to be taken apart in whole numbers, or is none. */
export function isLong(x: f64): bool {
  return !(abs(x) <= LONGEST);
}

/** Writes the sines and cosines of all nodes at the first use. */
function fillNodes(): void {
  if (isFilled) return;
  for (let k = 0; k <= QUARTER / 2; k++) {
    // pi / 256 in two parts, the first of 40 bits.
    const start = <f64>k * 0.012271846303079315;
    const rest = <f64>k * 5.8152714691301744e-15;
    const high = start + rest;
    const low = start - high + rest;
    const s = sinOfSmall(high, low);
    const c = cosOfSmall(high, low);
    storeNode(k, s, c);
    storeNode(QUARTER - k, c, s);
    storeNode(QUARTER + k, c, -s);
    storeNode(2 * QUARTER - k, s, -c);
    storeNode(2 * QUARTER + k, -s, -c);
    storeNode(3 * QUARTER - k, -c, -s);
    storeNode(3 * QUARTER + k, -c, s);
    storeNode((NODES - k) & (NODES - 1), k == 0 ? 0 : -s, c);
  }
  isFilled = true;
}

function storeNode(k: i32, s: f64, c: f64): void {
  store<f64>(rowOf(TABLE, 2 * k), s);
  store<f64>(rowOf(TABLE, 2 * k + 1), c);
}

/** The twin itself. */
export function sin(x: f64): f64 {
  if (x == 0) return x;
  if (!isFinite(x)) return NaN;
  const quarter = quarterTurns(x, REST);
  const high = at(REST, 0);
  const low = at(REST, 1);
  const value = (quarter & 1) == 0 ? sinOfSmall(high, low) : cosOfSmall(high, low);
  return quarter < 2 ? value : -value;
}

/** Sine of `high + low` for up to an eighth of a turn. */
export function sinOfSmall(high: f64, low: f64): f64 {
  const z = high * high;
  let series: f64 = 1.0 / 355687428096000.0;
  series = series * z - 1.0 / 1307674368000.0;
  series = series * z + 1.0 / 6227020800.0;
  series = series * z - 1.0 / 39916800.0;
  series = series * z + 1.0 / 362880.0;
  series = series * z - 1.0 / 5040.0;
  series = series * z + 1.0 / 120.0;
  series = series * z - 1.0 / 6.0;
  return high + (high * z * series + low * (1 - z / 2));
}

/** Cosine of `high + low` for up to an eighth of a turn. */
export function cosOfSmall(high: f64, low: f64): f64 {
  const z = high * high;
  let series: f64 = 1.0 / 20922789888000.0;
  series = series * z - 1.0 / 87178291200.0;
  series = series * z + 1.0 / 479001600.0;
  series = series * z - 1.0 / 3628800.0;
  series = series * z + 1.0 / 40320.0;
  series = series * z - 1.0 / 720.0;
  series = series * z + 1.0 / 24.0;
  const start = 1 - z / 2;
  return start + (1 - start - z / 2 + (z * z * series - high * low));
}
