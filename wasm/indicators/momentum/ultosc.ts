// Ultimate Oscillator.
//
// Buying pressure and true range are the lanes of one vector, and each of the three windows has its sums as
// src/indicators/primitives/window-sum.ts has them: suffix sums of the chunk before and a prefix sum of this one.
//
// twin       src/indicators/momentum/ultosc.ts, whose docstring defines the result
// state      periods, the shortest first | of each window: place, unused, prefix sums, [period + 1] pairs, the last 0
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

/** Bytes of the state before the first window, and of a window before its pairs. */
const WINDOWS: usize = 24;
const PREFIX: usize = 16;
const PAIRS: usize = 32;
/** A sum of ranges below it counts as none. */
const EPSILON = 1e-14;

/** The first rows have one before them. */
export function pressureOscillator(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  y: usize,
): void {
  const short = <i32>load<f64>(state);
  const middle = <i32>load<f64>(state, 8);
  const long = <i32>load<f64>(state, 16);
  const first = state + WINDOWS;
  const second = first + PAIRS + ((<usize>(short + 1)) << 4);
  const third = second + PAIRS + ((<usize>(middle + 1)) << 4);
  let a = <i32>load<f64>(first);
  let b = <i32>load<f64>(second);
  let c = <i32>load<f64>(third);
  let done = 0;
  while (done < count) {
    // Rows up to the next end of a chunk: nothing to decide in between.
    const rows = min(min(short - a, middle - b), min(long - c, count - done));
    move(
      rowOf(high, done),
      rowOf(low, done),
      rowOf(close, done),
      rowOf(y, done),
      rows,
      first + PAIRS + ((<usize>a) << 4),
      second + PAIRS + ((<usize>b) << 4),
      third + PAIRS + ((<usize>c) << 4),
      first,
      second,
      third,
    );
    done += rows;
    a = placeAfter(first, a + rows, short);
    b = placeAfter(second, b + rows, middle);
    c = placeAfter(third, c + rows, long);
  }
  store<f64>(first, <f64>a);
  store<f64>(second, <f64>b);
  store<f64>(third, <f64>c);
}

/** Takes rows that end at most at the end of a chunk; a chunk's last window is its prefix alone. */
function move(
  high: usize,
  low: usize,
  close: usize,
  y: usize,
  rows: i32,
  a: usize,
  b: usize,
  c: usize,
  first: usize,
  second: usize,
  third: usize,
): void {
  const end = rowOf(y, rows);
  const none = f64x2.splat(EPSILON);
  const scale: f64 = 100.0 / 7.0;
  let short = v128.load(first, PREFIX);
  let middle = v128.load(second, PREFIX);
  let long = v128.load(third, PREFIX);
  while (y < end) {
    const bottom = load<f64>(low);
    const top = load<f64>(high);
    const before = load<f64>(close - 8);
    const pressure = load<f64>(close) - min(bottom, before);
    const range = max(max(top - bottom, abs(top - before)), abs(bottom - before));
    const now = pair(pressure, range);
    v128.store(a, now);
    v128.store(b, now);
    v128.store(c, now);
    short = f64x2.add(short, now);
    middle = f64x2.add(middle, now);
    long = f64x2.add(long, now);
    const ofShort = f64x2.add(v128.load(a, 16), short);
    const ofMiddle = f64x2.add(v128.load(b, 16), middle);
    const ofLong = f64x2.add(v128.load(c, 16), long);
    const pressures = v128.shuffle<f64>(ofShort, ofMiddle, 0, 2);
    const ranges = v128.shuffle<f64>(ofShort, ofMiddle, 1, 3);
    const isNone = f64x2.lt(f64x2.abs(ranges), none);
    const shares = v128.andnot(f64x2.div(pressures, ranges), isNone);
    const longRange = f64x2.extract_lane(ofLong, 1);
    const longShare = select<f64>(0, f64x2.extract_lane(ofLong, 0) / longRange, abs(longRange) < EPSILON);
    const total = 4 * f64x2.extract_lane(shares, 0) + 2 * f64x2.extract_lane(shares, 1) + longShare;
    store<f64>(y, total * scale);
    high += 8;
    low += 8;
    close += 8;
    y += 8;
    a += 16;
    b += 16;
    c += 16;
  }
  v128.store(first, short, PREFIX);
  v128.store(second, middle, PREFIX);
  v128.store(third, long, PREFIX);
}

/** Where a window goes on; at the end of its chunk its pairs become suffix sums. */
function placeAfter(window: usize, place: i32, period: i32): i32 {
  if (place < period) return place;
  let sums = f64x2.splat(0);
  const start = window + PAIRS;
  for (let at = start + ((<usize>(period - 1)) << 4); at >= start; at -= 16) {
    sums = f64x2.add(sums, v128.load(at));
    v128.store(at, sums);
  }
  v128.store(window, f64x2.splat(0), PREFIX);
  return 0;
}
