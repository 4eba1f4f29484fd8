// Wilder's sums of directional movement up and down, and of the true range; `upwardSums` and `downwardSums` leave out the
// other side.
//
// twin       src/indicators/primitives/directional-indicators.ts
// state      period | rows taken, the three sums
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { sizeBits, sizes } from '../../shared/constant';
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
  const done = begin(state, count, high, low, close, plus, minus, range);
  if (done == count) return;
  const at = (<usize>done) << 3;
  filterAll(state, count - done, high + at, low + at, close + at, plus + at, minus + at, range + at);
  const last = (<usize>(count - 1)) << 3;
  store<f64>(state, load<f64>(plus + last), PLUS);
  store<f64>(state, load<f64>(minus + last), MINUS);
  store<f64>(state, load<f64>(range + last), RANGE);
}

/** The sums up, and of the range. */
export function upwardSums(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  plus: usize,
  range: usize,
): void {
  const done = begin(state, count, high, low, close, plus, 0, range);
  if (done == count) return;
  const at = (<usize>done) << 3;
  filterSide<Up>(state, count - done, high + at, low + at, close + at, plus + at, range + at);
  const last = (<usize>(count - 1)) << 3;
  store<f64>(state, load<f64>(plus + last), PLUS);
  store<f64>(state, load<f64>(range + last), RANGE);
}

/** The sums down, and of the range. */
export function downwardSums(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  minus: usize,
  range: usize,
): void {
  const done = begin(state, count, high, low, close, 0, minus, range);
  if (done == count) return;
  const at = (<usize>done) << 3;
  filterSide<Down>(state, count - done, high + at, low + at, close + at, minus + at, range + at);
  const last = (<usize>(count - 1)) << 3;
  store<f64>(state, load<f64>(minus + last), MINUS);
  store<f64>(state, load<f64>(range + last), RANGE);
}

/** Side of `filterSide`, as a type: each gets code of its own. */
type Up = u64;
type Down = i64;

/** Adds up the rows before the filters begin; answers their number. A side without an address is left out. */
function begin(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  plus: usize,
  minus: usize,
  range: usize,
): i32 {
  const period = <i32>load<f64>(state);
  let taken = <i32>load<f64>(state, TAKEN);
  let done = 0;
  while (taken < period - 1 && done < count) {
    const at = (<usize>done) << 3;
    const up = f64x2.sub(v128.load(high + at), v128.load(high + at - 8));
    const down = f64x2.sub(v128.load(low + at - 8), v128.load(low + at));
    if (plus != 0) add(state, PLUS, plus + at, further(up, down));
    if (minus != 0) add(state, MINUS, minus + at, further(down, up));
    add(state, RANGE, range + at, ranges(high + at, low + at, close + at));
    taken++;
    done++;
  }
  store<f64>(state, <f64>taken, TAKEN);
  return done;
}

function add(state: usize, field: usize, out: usize, x: v128): void {
  const sum = load<f64>(state + field) + f64x2.extract_lane(x, 0);
  store<f64>(state + field, sum);
  store<f64>(out, sum);
}

/** A movement where it is upward and goes further than the other one, else 0. */
function further(movement: v128, other: v128): v128 {
  return v128.and(movement, f64x2.gt(movement, f64x2.pmax(f64x2.splat(0), other)));
}

function ranges(high: usize, low: usize, close: usize): v128 {
  const bits = sizeBits();
  const before = v128.load(close - 8);
  const top = v128.load(high);
  const bottom = v128.load(low);
  return f64x2.pmax(
    f64x2.pmax(f64x2.sub(top, bottom), sizes(f64x2.sub(top, before), bits)),
    sizes(f64x2.sub(bottom, before), bits),
  );
}

function filterSide<Side>(
  state: usize,
  rows: i32,
  high: usize,
  low: usize,
  close: usize,
  side: usize,
  range: usize,
): void {
  const keep = 1 - 1 / load<f64>(state);
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const end = rowOf(high, rows);
  let moved = v128.load64_splat(state + (isSigned<Side>() ? MINUS : PLUS));
  let wide = v128.load64_splat(state + RANGE);
  while (high < end) {
    const lowMoved = alone(sideOf<Side>(high, low), one);
    const highMoved = continued(alone(sideOf<Side>(high + 16, low + 16), one), lowMoved, near);
    const lowRange = alone(ranges(high, low, close), one);
    const highRange = continued(alone(ranges(high + 16, low + 16, close + 16), one), lowRange, near);
    v128.store(side, continued(lowMoved, moved, near));
    moved = continued(highMoved, moved, far);
    v128.store(side, moved, 16);
    v128.store(range, continued(lowRange, wide, near));
    wide = continued(highRange, wide, far);
    v128.store(range, wide, 16);
    high += 32;
    low += 32;
    close += 32;
    side += 32;
    range += 32;
  }
}

function sideOf<Side>(high: usize, low: usize): v128 {
  const up = f64x2.sub(v128.load(high), v128.load(high - 8));
  const down = f64x2.sub(v128.load(low - 8), v128.load(low));
  return isSigned<Side>() ? further(down, up) : further(up, down);
}

function filterAll(
  state: usize,
  rows: i32,
  high: usize,
  low: usize,
  close: usize,
  plus: usize,
  minus: usize,
  range: usize,
): void {
  const keep = 1 - 1 / load<f64>(state);
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  const end = rowOf(high, rows);
  let up = v128.load64_splat(state + PLUS);
  let down = v128.load64_splat(state + MINUS);
  let wide = v128.load64_splat(state + RANGE);
  while (high < end) {
    const rise = f64x2.sub(v128.load(high), v128.load(high - 8));
    const fall = f64x2.sub(v128.load(low - 8), v128.load(low));
    const laterRise = f64x2.sub(v128.load(high, 16), v128.load(high, 8));
    const laterFall = f64x2.sub(v128.load(low, 8), v128.load(low, 16));
    const lowRange = alone(ranges(high, low, close), one);
    const highRange = continued(alone(ranges(high + 16, low + 16, close + 16), one), lowRange, near);
    v128.store(range, continued(lowRange, wide, near));
    wide = continued(highRange, wide, far);
    v128.store(range, wide, 16);
    const lowUp = alone(further(rise, fall), one);
    const highUp = continued(alone(further(laterRise, laterFall), one), lowUp, near);
    v128.store(plus, continued(lowUp, up, near));
    up = continued(highUp, up, far);
    v128.store(plus, up, 16);
    const lowDown = alone(further(fall, rise), one);
    const highDown = continued(alone(further(laterFall, laterRise), one), lowDown, near);
    v128.store(minus, continued(lowDown, down, near));
    down = continued(highDown, down, far);
    v128.store(minus, down, 16);
    high += 32;
    low += 32;
    close += 32;
    plus += 32;
    minus += 32;
    range += 32;
  }
}
