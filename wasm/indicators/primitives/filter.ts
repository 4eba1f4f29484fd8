// Recursive filter `y = keep * y[1] + weight * x`.
//
// twin       src/indicators/primitives/filter.ts
// state      rows, share, keep, weight | rows taken, sum of the first rows, then the last value
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { at, rowOf } from '../../shared/rows';

const ROWS: usize = 0;
const SHARE: usize = 8;
const KEEP: usize = 16;
const WEIGHT: usize = 24;
const TAKEN: usize = 32;
const CARRY: usize = 40;

export function filter(state: usize, count: i32, x: usize, y: usize): void {
  const first = <i32>load<f64>(state, ROWS);
  let taken = <i32>load<f64>(state, TAKEN);
  let carry = load<f64>(state, CARRY);
  let done = 0;
  while (taken < first && done < count) {
    carry += at(x, done);
    taken++;
    if (taken == first) {
      carry *= load<f64>(state, SHARE);
      store<f64>(rowOf(y, done), carry);
    }
    done++;
  }
  store<f64>(state, <f64>taken, TAKEN);
  if (done < count) {
    carry = filterRows(
      rowOf(x, done),
      rowOf(y, done),
      count - done,
      load<f64>(state, KEEP),
      load<f64>(state, WEIGHT),
      carry,
    );
  }
  store<f64>(state, carry, CARRY);
}

/** Filters groups of four rows, the last one over its end; answers the value of the last row. */
function filterRows(x: usize, y: usize, rows: i32, keep: f64, weight: f64, before: f64): f64 {
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const scale = f64x2.splat(weight);
  const last = rowOf(y, rows - 1);
  const end = rowOf(y, rows);
  let carry = f64x2.splat(before);
  while (y < end) {
    const low = alone(f64x2.mul(v128.load(x), scale), one);
    const high = continued(alone(f64x2.mul(v128.load(x, 16), scale), one), low, near);
    v128.store(y, continued(low, carry, near));
    carry = continued(high, carry, far);
    v128.store(y, carry, 16);
    x += 32;
    y += 32;
  }
  return load<f64>(last);
}
