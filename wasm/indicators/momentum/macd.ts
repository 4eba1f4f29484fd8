// Distance of two recursive filters of one series, a filter of that distance, and how far the distance is above it.
//
// The two filters are the two lanes of a vector. Four rows are filtered by themselves, then the values before them are added,
// times powers of `keep`: one carried step in four rows.
//
// twin       src/indicators/momentum/macd.ts, of filters as in src/indicators/primitives/seeded-average.ts
// state      rows, share, keep and weight of the first filter, of the other, which takes as many rows to begin or more, and of
//            that of their distance; rows after which the first one begins | rows taken by the filters, by the
//            signal, values of the filters, of the signal
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { fixedPair, fixedVector } from '../../shared/constant';
import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { pair } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const OTHER: usize = 32;
const SIGNAL: usize = 64;
const LATE: usize = 96;
const TAKEN: usize = 104;
const SIGNAL_TAKEN: usize = 112;
const VALUE: usize = 120;
const OTHER_VALUE: usize = 128;
const SIGNAL_VALUE: usize = 136;

export function convergence(
  state: usize,
  count: i32,
  x: usize,
  line: usize,
  signal: usize,
  rest: usize,
): void {
  const signalRows = load<f64>(state, SIGNAL);
  let done = 0;
  while (done < count && load<f64>(state, SIGNAL_TAKEN) < signalRows) {
    takeRow(state, at(x, done));
    if (load<f64>(state, TAKEN) >= load<f64>(state, OTHER)) takeDistance(state);
    const distance = load<f64>(state, VALUE) - load<f64>(state, OTHER_VALUE);
    store<f64>(rowOf(line, done), distance);
    store<f64>(rowOf(signal, done), load<f64>(state, SIGNAL_VALUE));
    store<f64>(rowOf(rest, done), distance - load<f64>(state, SIGNAL_VALUE));
    done++;
  }
  if (done == count) return;
  const ahead = (<usize>done) << 3;
  filterRows(state, count - done, x + ahead, line + ahead, signal + ahead, rest + ahead);
}

function takeRow(state: usize, x: f64): void {
  const taken = load<f64>(state, TAKEN) + 1;
  const late = load<f64>(state, LATE);
  store<f64>(state, taken, TAKEN);
  if (taken > late) take(state, VALUE, x, taken - late);
  take(state + OTHER, OTHER_VALUE - OTHER, x, taken);
}

function takeDistance(state: usize): void {
  const taken = load<f64>(state, SIGNAL_TAKEN) + 1;
  store<f64>(state, taken, SIGNAL_TAKEN);
  const distance = load<f64>(state, VALUE) - load<f64>(state, OTHER_VALUE);
  take(state + SIGNAL, SIGNAL_VALUE - SIGNAL, distance, taken);
}

/** Takes row number `taken` of a filter whose settings are at `filter` and whose value is `place` bytes after it. */
function take(filter: usize, place: usize, x: f64, taken: f64): void {
  const value = load<f64>(filter + place);
  const rows = load<f64>(filter);
  let next = value + x;
  if (taken == rows) next *= load<f64>(filter, 8);
  if (taken > rows) next = load<f64>(filter, 16) * value + load<f64>(filter, 24) * x;
  store<f64>(filter + place, next);
}

function filterRows(state: usize, rows: i32, x: usize, line: usize, signal: usize, rest: usize): void {
  const keep = fixedPair(load<f64>(state, 16), load<f64>(state, OTHER + 16));
  const weight = fixedPair(load<f64>(state, 24), load<f64>(state, OTHER + 24));
  const square = fixedVector(f64x2.mul(keep, keep));
  const cube = fixedVector(f64x2.mul(square, keep));
  const fourth = fixedVector(f64x2.mul(square, square));
  const signalKeep = load<f64>(state, SIGNAL + 16);
  const one = step(signalKeep);
  const near = reachFirst(signalKeep);
  const far = reachSecond(signalKeep);
  const scale = v128.load64_splat(state, SIGNAL + 24);
  const whole = rowOf(x, rows & ~3);
  const end = rowOf(x, rows);
  let both = pair(load<f64>(state, VALUE), load<f64>(state, OTHER_VALUE));
  let value = v128.load64_splat(state, SIGNAL_VALUE);
  let bothBefore = both;
  let valueBefore = value;
  while (x < end) {
    if (x == whole) {
      bothBefore = both;
      valueBefore = value;
    }
    const first = f64x2.mul(weight, v128.load64_splat(x));
    const second = f64x2.add(f64x2.mul(weight, v128.load64_splat(x, 8)), f64x2.mul(keep, first));
    const third = f64x2.add(f64x2.mul(weight, v128.load64_splat(x, 16)), f64x2.mul(keep, second));
    const last = f64x2.add(f64x2.mul(weight, v128.load64_splat(x, 24)), f64x2.mul(keep, third));
    const a = f64x2.add(first, f64x2.mul(keep, both));
    const b = f64x2.add(second, f64x2.mul(square, both));
    const c = f64x2.add(third, f64x2.mul(cube, both));
    both = f64x2.add(last, f64x2.mul(fourth, both));
    const low = f64x2.sub(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
    const high = f64x2.sub(v128.shuffle<f64>(c, both, 0, 2), v128.shuffle<f64>(c, both, 1, 3));
    const lowAlone = alone(f64x2.mul(low, scale), one);
    const highAlone = continued(alone(f64x2.mul(high, scale), one), lowAlone, near);
    const lowSignal = continued(lowAlone, value, near);
    value = continued(highAlone, value, far);
    v128.store(line, low);
    v128.store(line, high, 16);
    v128.store(signal, lowSignal);
    v128.store(signal, value, 16);
    v128.store(rest, f64x2.sub(low, lowSignal));
    v128.store(rest, f64x2.sub(high, value), 16);
    x += 32;
    line += 32;
    signal += 32;
    rest += 32;
  }
  if (whole == end) {
    bothBefore = both;
    valueBefore = value;
  }
  store<f64>(state, f64x2.extract_lane(bothBefore, 0), VALUE);
  store<f64>(state, f64x2.extract_lane(bothBefore, 1), OTHER_VALUE);
  store<f64>(state, f64x2.extract_lane(valueBefore, 1), SIGNAL_VALUE);
  // The last rows of a group that is not whole stand as the group gave them; only what goes on is taken from here.
  for (let row = whole; row < end; row += 8) {
    takeRow(state, load<f64>(row));
    takeDistance(state);
  }
}
