// Means of a range over the bars before a bar, asked for `ago` bars before the present one. The range is the
// distance of two columns.
//
// Each sum is carried on from bar to bar, for its rounding decides which bars lie on a limit. The second half
// of the rows is done beside the first one, from a guess of the sum that the first one will reach: the sum of
// the bars before it, with the error that the sum at hand has. The guess is right wherever nothing is rounded,
// which is nearly always; else the second half is done anew. Sums of several bars ago are the same ones later,
// once they are equal.
//
// twin       src/indicators/pattern/recent-bars.ts
// state      period, row of the first mean, whether the sign of the distance counts (0 or 1), number of means,
//            their bars ago (5, ascending) | rows taken, then for each mean: its sum, whether it goes with the
//            first, its next values (4)
// precision  the twin's bits; same bits for a prefix of the input

import { changeOf, countedBits, rangeAt, sumBefore } from '../../shared/bar-range';
import { fixed } from '../../shared/constant';
import { pair } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

/** Beyond it a guess takes longer than it saves. */
export const LONGEST_GUESSED: f64 = 100;

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

function bitsOf(state: usize): v128 {
  return countedBits(load<f64>(state, SIGNED) != 0);
}

/** Adds up the bars before each bar that a mean is asked at; the columns stand at the first row with means. */
function start(state: usize, high: usize, low: usize): void {
  const means = <i32>load<f64>(state, MEANS);
  const period = load<f64>(state, PERIOD);
  const window = (<usize>period) << 3;
  const bits = bitsOf(state);
  const nearest = agoBytes(state, 0);
  let leader: f64 = 0;
  for (let k = 0; k < means; k++) {
    const mean = meanState(state, k);
    const ago = agoBytes(state, k);
    let sum = sumBefore(high - ago, low - ago, bits, window);
    store<f64>(mean, sum, SUM);
    if (k == 0) leader = sum;
    let next = mean + NEXT;
    for (let back = ago; back > nearest; back -= 8) {
      store<f64>(next, sum / period);
      sum +=
        rangeAt(high - back, low - back, bits) - rangeAt(high - back - window, low - back - window, bits);
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
  const bits = bitsOf(state);
  const ago = agoBytes(state, k);
  const sum = load<f64>(mean, SUM);
  const half = period > LONGEST_GUESSED ? 0 : (rows >> 2) << 1;
  const reached = half == 0 ? sum : inHalves(high - ago, low - ago, bits, y, half, period, sum);
  const done = 2 * half;
  const restHigh = rowOf(high, done) - ago;
  const restLow = rowOf(low, done) - ago;
  store<f64>(mean, oneByOne(restHigh, restLow, bits, rowOf(y, done), rows - done, period, reached), SUM);
}

/** Twice `half` bars, an even number, both halves at once; answers the sum after them. */
function inHalves(high: usize, low: usize, bits: v128, y: usize, half: i32, period: f64, before: f64): f64 {
  const far = (<usize>half) << 3;
  const window = (<usize>period) << 3;
  const periods = fixed(period);
  const guess =
    sumBefore(high + far, low + far, bits, window) + (before - sumBefore(high, low, bits, window));
  const oldHigh = high - window;
  const oldLow = low - window;
  let sums = pair(before, guess);
  // Addresses that moved themselves would be more than engines keep in registers.
  for (let i: usize = 0; i < far; i += 16) {
    const j = i + far;
    const a = changeOf(
      v128.load(high + i),
      v128.load(low + i),
      v128.load(oldHigh + i),
      v128.load(oldLow + i),
      bits,
    );
    const b = changeOf(
      v128.load(high + j),
      v128.load(low + j),
      v128.load(oldHigh + j),
      v128.load(oldLow + j),
      bits,
    );
    const next = f64x2.add(sums, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(y + i, f64x2.div(v128.shuffle<f64>(sums, next, 0, 2), periods));
    v128.store(y + j, f64x2.div(v128.shuffle<f64>(sums, next, 1, 3), periods));
    sums = f64x2.add(next, v128.shuffle<f64>(a, b, 1, 3));
  }
  const reached = f64x2.extract_lane(sums, 0);
  if (reached == guess) return f64x2.extract_lane(sums, 1);
  return oneByOne(high + far, low + far, bits, y + far, half, period, reached);
}

function oneByOne(high: usize, low: usize, bits: v128, y: usize, rows: i32, period: f64, before: f64): f64 {
  const window = (<usize>period) << 3;
  const end = rowOf(y, rows);
  let sum = before;
  while (y < end) {
    store<f64>(y, sum / period);
    sum += rangeAt(high, low, bits) - rangeAt(high - window, low - window, bits);
    high += 8;
    low += 8;
    y += 8;
  }
  return sum;
}
