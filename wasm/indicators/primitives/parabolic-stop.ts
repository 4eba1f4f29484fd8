// Wilder's parabolic stop and reverse; with a minus sign while short where `signs` is not 0.
//
// One loop for each side, which only a reversal leaves: all else in a row is without branches.
//
// twin       src/indicators/primitives/parabolic-stop.ts
// state      start, step, max of longs, then of shorts; first stop, offset, signs | rows taken up to 2, is
//            long, stop, extreme, factor, high and low of the row before
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const SHORT_RULES: usize = 24;
const FIRST_STOP: usize = 48;
const OFFSET: usize = 56;
const SIGNS: usize = 64;
const TAKEN: usize = 72;
const IS_LONG: usize = 80;
const STOP: usize = 88;
const EXTREME: usize = 96;
const FACTOR: usize = 104;
const HIGH: usize = 112;
const LOW: usize = 120;

export function parabolicStop(state: usize, count: i32, high: usize, low: usize, y: usize): void {
  const end = rowOf(y, count);
  while (y < end && load<f64>(state, TAKEN) < 2) {
    const taken = load<f64>(state, TAKEN);
    if (taken == 1) begin(state, load<f64>(high), load<f64>(low));
    else {
      store<f64>(state, load<f64>(high), HIGH);
      store<f64>(state, load<f64>(low), LOW);
      high += 8;
      low += 8;
      y += 8;
    }
    store<f64>(state, taken + 1, TAKEN);
  }
  while (y < end) {
    const rows =
      load<f64>(state, IS_LONG) != 0
        ? followLong(state, high, low, y, end)
        : followShort(state, high, low, y, end);
    high += rows;
    low += rows;
    y += rows;
    if (y < end) {
      store<f64>(y, reverse(state, load<f64>(high), load<f64>(low)));
      high += 8;
      low += 8;
      y += 8;
    }
  }
}

/** Takes the side from the direction of the second bar, and counts that bar as the one before itself. */
function begin(state: usize, high: f64, low: f64): void {
  const start = load<f64>(state, FIRST_STOP);
  const fall = load<f64>(state, LOW) - low;
  const isLong = start == 0 ? !(fall > 0 && fall > high - load<f64>(state, HIGH)) : start > 0;
  const first = load<f64>(state + (isLong ? LOW : HIGH));
  store<f64>(state, isLong ? 1 : 0, IS_LONG);
  store<f64>(state, start == 0 ? first : abs(start), STOP);
  store<f64>(state, isLong ? high : low, EXTREME);
  store<f64>(state, load<f64>(state + (isLong ? 0 : SHORT_RULES)), FACTOR);
  store<f64>(state, high, HIGH);
  store<f64>(state, low, LOW);
}

/** Follows prices until one falls to the stop; answers how many bytes of rows it took. */
function followLong(state: usize, highs: usize, lows: usize, y: usize, end: usize): usize {
  const step = v128.load_splat<f64>(state, 8);
  const most = v128.load_splat<f64>(state, 16);
  const from = y;
  let stop = v128.load_splat<f64>(state, STOP);
  let extreme = v128.load_splat<f64>(state, EXTREME);
  let factor = v128.load_splat<f64>(state, FACTOR);
  let before = v128.load_splat<f64>(state, LOW);
  while (y < end) {
    const low = v128.load_splat<f64>(lows);
    if (load<f64>(lows) <= f64x2.extract_lane(stop, 0)) break;
    const high = v128.load_splat<f64>(highs);
    v128.store_lane<f64>(y, stop, 0);
    const isNew = f64x2.lt(extreme, high);
    factor = f64x2.pmin(f64x2.add(factor, v128.and(step, isNew)), most);
    extreme = f64x2.pmax(extreme, high);
    const moved = f64x2.add(stop, f64x2.mul(factor, f64x2.sub(extreme, stop)));
    stop = f64x2.pmin(f64x2.pmin(before, low), moved);
    before = low;
    highs += 8;
    lows += 8;
    y += 8;
  }
  keep(state, stop, extreme, factor);
  if (y > from) keepBar(state, highs - 8, lows - 8);
  return y - from;
}

/** The same until a price rises to the stop. */
function followShort(state: usize, highs: usize, lows: usize, y: usize, end: usize): usize {
  const sign = f64x2.splat(load<f64>(state, SIGNS) != 0 ? -0.0 : 0);
  const step = v128.load_splat<f64>(state, SHORT_RULES + 8);
  const most = v128.load_splat<f64>(state, SHORT_RULES + 16);
  const from = y;
  let stop = v128.load_splat<f64>(state, STOP);
  let extreme = v128.load_splat<f64>(state, EXTREME);
  let factor = v128.load_splat<f64>(state, FACTOR);
  let before = v128.load_splat<f64>(state, HIGH);
  while (y < end) {
    const high = v128.load_splat<f64>(highs);
    if (load<f64>(highs) >= f64x2.extract_lane(stop, 0)) break;
    const low = v128.load_splat<f64>(lows);
    v128.store_lane<f64>(y, v128.xor(stop, sign), 0);
    const isNew = f64x2.lt(low, extreme);
    factor = f64x2.pmin(f64x2.add(factor, v128.and(step, isNew)), most);
    extreme = f64x2.pmin(extreme, low);
    const moved = f64x2.add(stop, f64x2.mul(factor, f64x2.sub(extreme, stop)));
    stop = f64x2.pmax(f64x2.pmax(before, high), moved);
    before = high;
    highs += 8;
    lows += 8;
    y += 8;
  }
  keep(state, stop, extreme, factor);
  if (y > from) keepBar(state, highs - 8, lows - 8);
  return y - from;
}

/** Changes sides; answers the row's output. */
function reverse(state: usize, high: f64, low: f64): f64 {
  const isLong = load<f64>(state, IS_LONG) == 0;
  const rules = state + (isLong ? 0 : SHORT_RULES);
  const offset = load<f64>(state, OFFSET);
  const extreme = isLong ? high : low;
  const factor = load<f64>(rules);
  const edge = isLong ? min(load<f64>(state, LOW), low) : max(load<f64>(state, HIGH), high);
  const reached = load<f64>(state, EXTREME);
  let level = isLong ? min(reached, edge) : max(reached, edge);
  if (offset != 0) level += (isLong ? -level : level) * offset;
  const moved = level + factor * (extreme - level);
  store<f64>(state, isLong ? 1 : 0, IS_LONG);
  store<f64>(state, isLong ? min(moved, edge) : max(moved, edge), STOP);
  store<f64>(state, extreme, EXTREME);
  store<f64>(state, factor, FACTOR);
  store<f64>(state, high, HIGH);
  store<f64>(state, low, LOW);
  return !isLong && load<f64>(state, SIGNS) != 0 ? -level : level;
}

function keep(state: usize, stop: v128, extreme: v128, factor: v128): void {
  store<f64>(state, f64x2.extract_lane(stop, 0), STOP);
  store<f64>(state, f64x2.extract_lane(extreme, 0), EXTREME);
  store<f64>(state, f64x2.extract_lane(factor, 0), FACTOR);
}

function keepBar(state: usize, high: usize, low: usize): void {
  store<f64>(state, load<f64>(high), HIGH);
  store<f64>(state, load<f64>(low), LOW);
}
