// Wilder's parabolic stop and reverse; with a minus sign while short where `signs` is not 0.
//
// One loop for each side, which only a reversal leaves. Of what a row depends on, only the reversal and a
// stop held back by prices are branches: the former is rare, the latter rarely changes.
//
// twin       src/indicators/primitives/parabolic-stop.ts
// state      start, step, max of longs, then of shorts; first stop, offset, signs | rows taken up to 2, is
//            long, stop, extreme, factor, high and low of the row before
// precision  the twin's bits

import { fixed } from '../../shared/constant';
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
  let done = 0;
  while (done < count && load<f64>(state, TAKEN) < 2) {
    const taken = load<f64>(state, TAKEN);
    if (taken == 1) begin(state, load<f64>(rowOf(high, done)), load<f64>(rowOf(low, done)));
    else {
      store<f64>(state, load<f64>(rowOf(high, done)), HIGH);
      store<f64>(state, load<f64>(rowOf(low, done)), LOW);
      done++;
    }
    store<f64>(state, taken + 1, TAKEN);
  }
  if (done < count) follow(state, count - done, rowOf(high, done), rowOf(low, done), rowOf(y, done));
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

function follow(state: usize, count: i32, highs: usize, lows: usize, y: usize): void {
  const offset = load<f64>(state, OFFSET);
  const sign = fixed(load<f64>(state, SIGNS) != 0 ? -0.0 : 0);
  let isLong = load<f64>(state, IS_LONG) != 0;
  let stop = v128.load_splat<f64>(state, STOP);
  let extreme = v128.load_splat<f64>(state, EXTREME);
  let factor = v128.load_splat<f64>(state, FACTOR);
  let highBefore = v128.load_splat<f64>(state, HIGH);
  let lowBefore = v128.load_splat<f64>(state, LOW);
  const end = rowOf(y, count);
  while (y < end) {
    const high = v128.load_splat<f64>(highs);
    const low = v128.load_splat<f64>(lows);
    if (isLong) {
      const edge = f64x2.pmin(lowBefore, low);
      if (f64x2.extract_lane(low, 0) <= f64x2.extract_lane(stop, 0)) {
        isLong = false;
        const top = f64x2.pmax(highBefore, high);
        let level = f64x2.pmax(top, extreme);
        if (offset != 0) level = f64x2.add(level, f64x2.mul(level, f64x2.splat(offset)));
        v128.store_lane<f64>(y, v128.xor(level, sign), 0);
        factor = v128.load_splat<f64>(state, SHORT_RULES);
        extreme = low;
        stop = f64x2.pmax(top, f64x2.add(level, f64x2.mul(factor, f64x2.sub(low, level))));
      } else {
        v128.store_lane<f64>(y, stop, 0);
        const step = v128.and(v128.load_splat<f64>(state, 8), f64x2.lt(extreme, high));
        factor = f64x2.pmin(f64x2.add(factor, step), v128.load_splat<f64>(state, 16));
        extreme = f64x2.pmax(extreme, high);
        stop = f64x2.add(stop, f64x2.mul(factor, f64x2.sub(extreme, stop)));
        if (f64x2.extract_lane(stop, 0) > f64x2.extract_lane(edge, 0)) stop = edge;
      }
    } else {
      const edge = f64x2.pmax(highBefore, high);
      if (f64x2.extract_lane(high, 0) >= f64x2.extract_lane(stop, 0)) {
        isLong = true;
        const bottom = f64x2.pmin(lowBefore, low);
        let level = f64x2.pmin(bottom, extreme);
        if (offset != 0) level = f64x2.sub(level, f64x2.mul(level, f64x2.splat(offset)));
        v128.store_lane<f64>(y, level, 0);
        factor = v128.load_splat<f64>(state);
        extreme = high;
        stop = f64x2.pmin(bottom, f64x2.add(level, f64x2.mul(factor, f64x2.sub(high, level))));
      } else {
        v128.store_lane<f64>(y, v128.xor(stop, sign), 0);
        const step = v128.and(v128.load_splat<f64>(state, SHORT_RULES + 8), f64x2.lt(low, extreme));
        factor = f64x2.pmin(f64x2.add(factor, step), v128.load_splat<f64>(state, SHORT_RULES + 16));
        extreme = f64x2.pmin(extreme, low);
        stop = f64x2.add(stop, f64x2.mul(factor, f64x2.sub(extreme, stop)));
        if (f64x2.extract_lane(stop, 0) < f64x2.extract_lane(edge, 0)) stop = edge;
      }
    }
    highBefore = high;
    lowBefore = low;
    highs += 8;
    lows += 8;
    y += 8;
  }
  store<f64>(state, isLong ? 1 : 0, IS_LONG);
  store<f64>(state, f64x2.extract_lane(stop, 0), STOP);
  store<f64>(state, f64x2.extract_lane(extreme, 0), EXTREME);
  store<f64>(state, f64x2.extract_lane(factor, 0), FACTOR);
  store<f64>(state, f64x2.extract_lane(highBefore, 0), HIGH);
  store<f64>(state, f64x2.extract_lane(lowBefore, 0), LOW);
}
