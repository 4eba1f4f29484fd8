// Means of a range over the bars before a bar, asked for `ago` bars before the present one. The range is the
// distance of two columns.
//
// Each sum is carried on from bar to bar, for its rounding decides which bars lie on a limit. Four bars a
// step are guessed by adding up what each bar changes; the guess is right where each sum is the one before
// plus its change, and nearly always is, as few sums round at all. Otherwise the bars are done one by one.
// Sums of several bars ago are the same ones later, once they are equal.
//
// twin       src/indicators/pattern/recent-bars.ts
// state      period, row of the first mean, whether the sign of the distance counts (0 or 1), number of means,
//            their bars ago (5, ascending) | rows taken, then for each mean: its sum, whether it goes with the
//            first, its next values (4)
// precision  the twin's bits; same bits for a prefix of the input

import { highTwice, shiftedUp } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const PERIOD: usize = 0;
const FIRST: usize = 8;
const SIGNED: usize = 16;
const MEANS: usize = 24;
const AGO: usize = 32;
const TAKEN: usize = 72;
const MEAN: usize = 80;

const MEAN_BYTES: usize = 48;
const SUM: usize = 0;
const FOLLOWS: usize = 8;
const NEXT: usize = 16;

export function recentMeans(
  state: usize,
  count: i32,
  upper: usize,
  lower: usize,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
  fifth: usize,
): void {
  const taken = <i32>load<f64>(state, TAKEN);
  const begin = <i32>load<f64>(state, FIRST);
  store<f64>(state, <f64>(taken + count), TAKEN);
  const skipped = max(begin - taken, 0);
  const rows = count - skipped;
  if (rows <= 0) return;
  const high = rowOf(upper, skipped);
  const low = rowOf(lower, skipped);
  if (taken <= begin) start(state, high, low);
  const y = rowOf(first, skipped);
  carryOn(state, 0, high, low, y, rows);
  const means = <i32>load<f64>(state, MEANS);
  for (let k = 1; k < means; k++) {
    const column = k == 1 ? second : k == 2 ? third : k == 3 ? fourth : fifth;
    const own = rowOf(column, skipped);
    if (load<f64>(meanState(state, k), FOLLOWS) == 0) carryOn(state, k, high, low, own, rows);
    else follow(state, k, y, own, rows);
  }
}

function meanState(state: usize, k: i32): usize {
  return state + MEAN + <usize>k * MEAN_BYTES;
}

/** The bars ago of a mean, in bytes of a column. */
function agoBytes(state: usize, k: i32): usize {
  return (<usize>load<f64>(state + ((<usize>k) << 3), AGO)) << 3;
}

/** The bits of a distance that count. */
function maskOf(state: usize): v128 {
  return i64x2.splat(load<f64>(state, SIGNED) == 0 ? i64.MAX_VALUE : -1);
}

function rangeAt(high: usize, low: usize, mask: v128): f64 {
  const distance = f64x2.splat(load<f64>(high) - load<f64>(low));
  return f64x2.extract_lane(v128.and(distance, mask), 0);
}

function rangesAt(high: usize, low: usize, mask: v128): v128 {
  return v128.and(f64x2.sub(v128.load(high), v128.load(low)), mask);
}

/** Adds up the bars before each bar that a mean is asked at; the columns stand at the first row with means. */
function start(state: usize, high: usize, low: usize): void {
  const means = <i32>load<f64>(state, MEANS);
  const period = load<f64>(state, PERIOD);
  const window = (<usize>period) << 3;
  const mask = maskOf(state);
  const nearest = agoBytes(state, 0);
  let leader: f64 = 0;
  for (let k = 0; k < means; k++) {
    const mean = meanState(state, k);
    const ago = agoBytes(state, k);
    let sum: f64 = 0;
    for (let back = ago + window; back > ago; back -= 8) sum += rangeAt(high - back, low - back, mask);
    store<f64>(mean, sum, SUM);
    if (k == 0) leader = sum;
    let next = mean + NEXT;
    for (let back = ago; back > nearest; back -= 8) {
      store<f64>(next, sum / period);
      sum +=
        rangeAt(high - back, low - back, mask) - rangeAt(high - back - window, low - back - window, mask);
      next += 8;
    }
    store<f64>(mean, sum == leader ? 1 : 0, FOLLOWS);
  }
}

/** The means of the first column later: those that are still to come, then the column's own. */
function follow(state: usize, k: i32, first: usize, y: usize, rows: i32): void {
  const lag = <i32>((agoBytes(state, k) - agoBytes(state, 0)) >> 3);
  const next = meanState(state, k) + NEXT;
  const early = min(lag, rows);
  memory.copy(y, next, (<usize>early) << 3);
  memory.copy(rowOf(y, early), first, (<usize>(rows - early)) << 3);
  for (let i = 0; i < lag; i++) {
    const row = rows - lag + i;
    store<f64>(rowOf(next, i), row < 0 ? at(next, rows + i) : at(first, row));
  }
}

/** Writes the means of one sum and moves it on by so many rows. */
function carryOn(state: usize, k: i32, high: usize, low: usize, y: usize, rows: i32): void {
  const mean = meanState(state, k);
  const period = load<f64>(state, PERIOD);
  const mask = maskOf(state);
  const ago = agoBytes(state, k);
  const sum = load<f64>(mean, SUM);
  const guessed = guess(high - ago, low - ago, mask, y, rows, period, sum);
  const next = isNaN(guessed) ? oneByOne(high - ago, low - ago, mask, y, rows, period, sum) : guessed;
  store<f64>(mean, next, SUM);
}

/** Groups of four bars, then the rest; answers the sum after them, NaN where a guess was wrong. */
function guess(high: usize, low: usize, mask: v128, y: usize, rows: i32, period: f64, before: f64): f64 {
  const window = (<usize>period) << 3;
  const periods = f64x2.splat(period);
  const end = rowOf(y, rows & ~3);
  let carry = f64x2.splat(before);
  let right = i64x2.splat(-1);
  while (y < end) {
    const a = f64x2.sub(rangesAt(high, low, mask), rangesAt(high - window, low - window, mask));
    const b = f64x2.sub(
      rangesAt(high + 16, low + 16, mask),
      rangesAt(high + 16 - window, low + 16 - window, mask),
    );
    const near = f64x2.add(a, shiftedUp(a));
    const far = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(near));
    const afterNear = f64x2.add(carry, near);
    const afterFar = f64x2.add(carry, far);
    const sumNear = v128.shuffle<f64>(carry, afterNear, 1, 2);
    const sumFar = v128.shuffle<f64>(afterNear, afterFar, 1, 2);
    right = v128.and(right, f64x2.eq(f64x2.add(sumNear, a), afterNear));
    right = v128.and(right, f64x2.eq(f64x2.add(sumFar, b), afterFar));
    v128.store(y, f64x2.div(sumNear, periods));
    v128.store(y, f64x2.div(sumFar, periods), 16);
    carry = highTwice(afterFar);
    high += 32;
    low += 32;
    y += 32;
  }
  if (!i64x2.all_true(right)) return NaN;
  return oneByOne(high, low, mask, y, rows & 3, period, f64x2.extract_lane(carry, 0));
}

function oneByOne(high: usize, low: usize, mask: v128, y: usize, rows: i32, period: f64, before: f64): f64 {
  const window = (<usize>period) << 3;
  const end = rowOf(y, rows);
  let sum = before;
  while (y < end) {
    store<f64>(y, sum / period);
    sum += rangeAt(high, low, mask) - rangeAt(high - window, low - window, mask);
    high += 8;
    low += 8;
    y += 8;
  }
  return sum;
}
