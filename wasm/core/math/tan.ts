// Tangent: sine over cosine, both of the nearest node and a rest.
//
// twin       src/core/math/tan.ts
// state      none
// precision  rtol 1e-15 of the twin; next to zeros and poles that of an angle within 1e-29

import { both, fixed, signs, sizes } from '../../shared/constant';
import { at, rowOf } from '../../shared/rows';
import { quarterTurns } from './quarter-turns';
import {
  C2,
  C4,
  C6,
  cosOfSmall,
  fillNodes,
  FIRST,
  isLong,
  LARGEST,
  NODES,
  NODES_OF_ONE,
  ROUNDER,
  S3,
  S5,
  S7,
  SECOND,
  sinOfSmall,
  TABLE,
  THIRD,
} from './sin';

const REST: usize = memory.data(16, 16);

export function tangent(state: usize, count: i32, x: usize, y: usize): void {
  if (ratios(count, x, y)) return;
  for (let i = 0; i < count; i++) {
    const row = at(x, i);
    if (isLong(row)) store<f64>(rowOf(y, i), tan(row));
  }
}

/** Tangents of short angles; answers whether all rows are short. */
function ratios(count: i32, x: usize, y: usize): bool {
  fillNodes();
  const largest = both(LARGEST);
  const nodesOfOne = both(NODES_OF_ONE);
  const rounder = fixed(ROUNDER);
  const first = both(FIRST);
  const second = both(SECOND);
  const third = both(THIRD);
  const s3 = both(S3);
  const s5 = both(S5);
  const s7 = both(S7);
  const c2 = both(C2);
  const c4 = both(C4);
  const c6 = both(C6);
  const end = rowOf(y, count);
  let good = f64x2.eq(first, first);
  while (y < end) {
    const row = v128.load(x);
    good = v128.and(good, f64x2.le(sizes(row, signs()), largest));
    const shifted = f64x2.add(f64x2.mul(row, nodesOfOne), rounder);
    const k = f64x2.sub(shifted, rounder);
    const a = v128.load(TABLE + ((i32x4.extract_lane(shifted, 0) & (NODES - 1)) << 4));
    const b = v128.load(TABLE + ((i32x4.extract_lane(shifted, 2) & (NODES - 1)) << 4));
    const high = f64x2.sub(row, f64x2.mul(k, first));
    const step = f64x2.mul(k, second);
    const left = f64x2.sub(high, step);
    const lastStep = f64x2.mul(k, third);
    const r = f64x2.sub(left, lastStep);
    const lost = f64x2.sub(f64x2.sub(high, left), step);
    const low = f64x2.add(lost, f64x2.sub(f64x2.sub(left, r), lastStep));
    const z = f64x2.mul(r, r);
    const tail = f64x2.add(s3, f64x2.mul(z, f64x2.add(s5, f64x2.mul(z, s7))));
    const sinOfRest = f64x2.add(r, f64x2.add(f64x2.mul(f64x2.mul(r, z), tail), low));
    const drop = f64x2.mul(z, f64x2.add(c2, f64x2.mul(z, f64x2.add(c4, f64x2.mul(z, c6)))));
    const sinOfNode = v128.shuffle<f64>(a, b, 0, 2);
    const cosOfNode = v128.shuffle<f64>(a, b, 1, 3);
    const rise = f64x2.add(f64x2.mul(cosOfNode, sinOfRest), f64x2.mul(sinOfNode, drop));
    const run = f64x2.sub(f64x2.mul(cosOfNode, drop), f64x2.mul(sinOfNode, sinOfRest));
    v128.store(y, f64x2.div(f64x2.add(sinOfNode, rise), f64x2.add(cosOfNode, run)));
    x += 16;
    y += 16;
  }
  return i64x2.all_true(good);
}

/** The twin itself. */
function tan(x: f64): f64 {
  if (x == 0) return x;
  if (!isFinite(x)) return NaN;
  const quarter = quarterTurns(x, REST);
  const high = at(REST, 0);
  const low = at(REST, 1);
  const s = sinOfSmall(high, low);
  const c = cosOfSmall(high, low);
  return (quarter & 1) == 0 ? s / c : -c / s;
}
