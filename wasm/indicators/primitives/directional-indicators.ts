// Wilder's sums of directional movement up and down, and of the true range.
//
// twin       src/indicators/primitives/directional-indicators.ts
// state      period | rows taken, the three sums
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const PLUS: usize = 16;
const MINUS: usize = 24;
const RANGE: usize = 32;

/** The first row has one before it. */
export function directionalSums(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  plus: usize,
  minus: usize,
  range: usize,
): void {
  const period = <i32>load<f64>(state);
  let taken = <i32>load<f64>(state, TAKEN);
  let done = 0;
  while (taken < period - 1 && done < count) {
    const at = (<usize>done) << 3;
    add(state, PLUS, plus + at, f64x2.extract_lane(upward(high + at, low + at), 0));
    add(state, MINUS, minus + at, f64x2.extract_lane(downward(high + at, low + at), 0));
    add(state, RANGE, range + at, f64x2.extract_lane(ranges(high + at, low + at, close + at), 0));
    taken++;
    done++;
  }
  store<f64>(state, <f64>taken, TAKEN);
  if (done == count) return;
  const at = (<usize>done) << 3;
  filterRows(state, count - done, high + at, low + at, close + at, plus + at, minus + at, range + at, period);
  const last = (<usize>(count - 1)) << 3;
  store<f64>(state, load<f64>(plus + last), PLUS);
  store<f64>(state, load<f64>(minus + last), MINUS);
  store<f64>(state, load<f64>(range + last), RANGE);
}

function add(state: usize, field: usize, out: usize, x: f64): void {
  const sum = load<f64>(state + field) + x;
  store<f64>(state + field, sum);
  store<f64>(out, sum);
}

function upward(high: usize, low: usize): v128 {
  const up = f64x2.sub(v128.load(high), v128.load(high - 8));
  const down = f64x2.sub(v128.load(low - 8), v128.load(low));
  return v128.and(up, v128.and(f64x2.gt(up, f64x2.splat(0)), f64x2.gt(up, down)));
}

function downward(high: usize, low: usize): v128 {
  const up = f64x2.sub(v128.load(high), v128.load(high - 8));
  const down = f64x2.sub(v128.load(low - 8), v128.load(low));
  return v128.and(down, v128.and(f64x2.gt(down, f64x2.splat(0)), f64x2.gt(down, up)));
}

function ranges(high: usize, low: usize, close: usize): v128 {
  const before = v128.load(close - 8);
  const top = v128.load(high);
  const bottom = v128.load(low);
  return f64x2.pmax(
    f64x2.pmax(f64x2.sub(top, bottom), f64x2.abs(f64x2.sub(top, before))),
    f64x2.abs(f64x2.sub(bottom, before)),
  );
}

function filterRows(
  state: usize,
  rows: i32,
  high: usize,
  low: usize,
  close: usize,
  plus: usize,
  minus: usize,
  range: usize,
  period: i32,
): void {
  const keep = 1 - 1 / <f64>period;
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const end = rowOf(high, rows);
  let up = v128.load64_splat(state + PLUS);
  let down = v128.load64_splat(state + MINUS);
  let wide = v128.load64_splat(state + RANGE);
  while (high < end) {
    const lowUp = alone(upward(high, low), one);
    const highUp = continued(alone(upward(high + 16, low + 16), one), lowUp, near);
    v128.store(plus, continued(lowUp, up, near));
    up = continued(highUp, up, far);
    v128.store(plus, up, 16);
    const lowDown = alone(downward(high, low), one);
    const highDown = continued(alone(downward(high + 16, low + 16), one), lowDown, near);
    v128.store(minus, continued(lowDown, down, near));
    down = continued(highDown, down, far);
    v128.store(minus, down, 16);
    const lowRange = alone(ranges(high, low, close), one);
    const highRange = continued(alone(ranges(high + 16, low + 16, close + 16), one), lowRange, near);
    v128.store(range, continued(lowRange, wide, near));
    wide = continued(highRange, wide, far);
    v128.store(range, wide, 16);
    high += 32;
    low += 32;
    close += 32;
    plus += 32;
    minus += 32;
    range += 32;
  }
}
