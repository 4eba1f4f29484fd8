// A stop below and one above the price, each kept at its best until the price crosses it, and the one in force.
//
// Both stops are one vector, the upper one and what is compared with it negated.
//
// twin       src/indicators/overlap/supertrend.ts
// state      | rows taken, up to 1; the close before; lower stop, upper stop negated; whether the trend is up
// precision  the twin's bits, given the same distances

import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const BEFORE: usize = 8;
const STOPS: usize = 16;
const IS_UP: usize = 32;

export function supertrend(
  state: usize,
  count: i32,
  lower: usize,
  upper: usize,
  close: usize,
  value: usize,
  direction: usize,
): void {
  const end = rowOf(value, count);
  let stops = v128.load(state, STOPS);
  let before = signed(load<f64>(state, BEFORE));
  let isUp = load<f64>(state, IS_UP) != 0;
  let isFirst = load<f64>(state) == 0;
  while (value < end) {
    const next = pair(load<f64>(lower), -load<f64>(upper));
    const now = signed(load<f64>(close));
    const wasBelow = !isUp || f64x2.extract_lane(stops, 0) == -f64x2.extract_lane(stops, 1);
    const stays = v128.and(f64x2.le(next, stops), f64x2.ge(before, stops));
    stops = isFirst ? next : v128.bitselect(stops, next, stays);
    // Bit 0: below the lower stop, bit 1: above the upper one.
    const beyond = i64x2.bitmask(f64x2.lt(now, stops));
    isUp = !isFirst && (wasBelow ? beyond >= 2 : (beyond & 1) == 0);
    store<f64>(value, isUp ? f64x2.extract_lane(stops, 0) : -f64x2.extract_lane(stops, 1));
    store<f64>(direction, isUp ? 1 : -1);
    isFirst = false;
    before = now;
    lower += 8;
    upper += 8;
    close += 8;
    value += 8;
    direction += 8;
  }
  store<f64>(state, 1);
  store<f64>(state, f64x2.extract_lane(before, 0), BEFORE);
  v128.store(state, stops, STOPS);
  store<f64>(state, isUp ? 1 : 0, IS_UP);
}

function signed(x: f64): v128 {
  return pair(x, -x);
}
