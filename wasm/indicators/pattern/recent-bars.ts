// Means of a range over the bars before a bar, asked for `ago` bars before the present one.
//
// Each sum is carried on from bar to bar, for its rounding decides which bars lie on a limit. Four bars a
// step are guessed by adding up what each bar changes; the guess is right where each sum is the one before
// plus its change, and nearly always is, as few sums round at all. Otherwise the bars are done one by one.
// Sums of several bars ago are the same ones later, once they are equal.
//
// twin       src/indicators/pattern/recent-bars.ts
// state      period, row of the first mean, number of means, their bars ago (5, ascending) | rows taken,
//            then for each mean: its sum, whether it goes with the first, its next values (4)
// precision  the twin's bits; same bits for a prefix of the input

import { highTwice, shiftedUp } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const PERIOD: usize = 0;
const FIRST: usize = 8;
const MEANS: usize = 16;
const AGO: usize = 24;
const TAKEN: usize = 64;
const MEAN: usize = 72;

const MEAN_BYTES: usize = 48;
const SUM: usize = 0;
const FOLLOWS: usize = 8;
const NEXT: usize = 16;

export function recentMeans(
  state: usize,
  count: i32,
  range: usize,
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
  const x = rowOf(range, skipped);
  if (taken <= begin) start(state, x);
  const y = rowOf(first, skipped);
  carryOn(state, 0, x, y, rows);
  const means = <i32>load<f64>(state, MEANS);
  if (means > 1) follow(state, 1, x, y, rowOf(second, skipped), rows);
  if (means > 2) follow(state, 2, x, y, rowOf(third, skipped), rows);
  if (means > 3) follow(state, 3, x, y, rowOf(fourth, skipped), rows);
  if (means > 4) follow(state, 4, x, y, rowOf(fifth, skipped), rows);
}

function meanState(state: usize, k: i32): usize {
  return state + MEAN + <usize>k * MEAN_BYTES;
}

/** The bars ago of a mean, in bytes of a column. */
function agoBytes(state: usize, k: i32): usize {
  return (<usize>load<f64>(state + ((<usize>k) << 3), AGO)) << 3;
}

/** Adds up the bars before each bar that a mean is asked at, `x` the first row with means. */
function start(state: usize, x: usize): void {
  const means = <i32>load<f64>(state, MEANS);
  const period = load<f64>(state, PERIOD);
  const periodBytes = (<usize>period) << 3;
  const nearest = x - agoBytes(state, 0);
  let leader: f64 = 0;
  for (let k = 0; k < means; k++) {
    const mean = meanState(state, k);
    let bar = x - agoBytes(state, k);
    let sum: f64 = 0;
    for (let row = bar - periodBytes; row < bar; row += 8) sum += load<f64>(row);
    store<f64>(mean, sum, SUM);
    if (k == 0) leader = sum;
    for (let next = mean + NEXT; bar < nearest; bar += 8) {
      store<f64>(next, sum / period);
      sum += load<f64>(bar) - load<f64>(bar - periodBytes);
      next += 8;
    }
    store<f64>(mean, sum == leader ? 1 : 0, FOLLOWS);
  }
}

/** The means of a later bar ago: those of the first mean once more, or its own. */
function follow(state: usize, k: i32, x: usize, first: usize, y: usize, rows: i32): void {
  const mean = meanState(state, k);
  if (load<f64>(mean, FOLLOWS) == 0) {
    carryOn(state, k, x, y, rows);
    return;
  }
  const lag = <i32>((agoBytes(state, k) - agoBytes(state, 0)) >> 3);
  const next = mean + NEXT;
  const end = rowOf(y, rows);
  let from = first;
  for (let to = rowOf(y, lag); to < end; to += 16) {
    v128.store(to, v128.load(from));
    from += 16;
  }
  const early = min(lag, rows);
  for (let i = 0; i < early; i++) store<f64>(rowOf(y, i), at(next, i));
  for (let i = 0; i < lag; i++) {
    const row = rows - lag + i;
    store<f64>(rowOf(next, i), row < 0 ? at(next, rows + i) : at(first, row));
  }
}

/** Writes the means of one sum and moves it on by so many rows. */
function carryOn(state: usize, k: i32, x: usize, y: usize, rows: i32): void {
  const mean = meanState(state, k);
  const period = load<f64>(state, PERIOD);
  const bar = x - agoBytes(state, k);
  const sum = load<f64>(mean, SUM);
  const guessed = guess(bar, y, rows, period, sum);
  store<f64>(mean, isNaN(guessed) ? oneByOne(bar, y, rows, period, sum) : guessed, SUM);
}

/** Groups of four bars, the last one over the end; answers the sum after them, NaN where a guess was wrong. */
function guess(x: usize, y: usize, rows: i32, period: f64, before: f64): f64 {
  const periodBytes = (<usize>period) << 3;
  const periods = f64x2.splat(period);
  const end = rowOf(x, rows & ~3);
  let carry = f64x2.splat(before);
  let right = i64x2.splat(-1);
  while (x < end) {
    const a = f64x2.sub(v128.load(x), v128.load(x - periodBytes));
    const b = f64x2.sub(v128.load(x, 16), v128.load(x - periodBytes, 16));
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    const afterLow = f64x2.add(carry, low);
    const afterHigh = f64x2.add(carry, high);
    const sumLow = v128.shuffle<f64>(carry, afterLow, 1, 2);
    const sumHigh = v128.shuffle<f64>(afterLow, afterHigh, 1, 2);
    right = v128.and(right, f64x2.eq(f64x2.add(sumLow, a), afterLow));
    right = v128.and(right, f64x2.eq(f64x2.add(sumHigh, b), afterHigh));
    v128.store(y, f64x2.div(sumLow, periods));
    v128.store(y, f64x2.div(sumHigh, periods), 16);
    carry = highTwice(afterHigh);
    x += 32;
    y += 32;
  }
  if (!i64x2.all_true(right)) return NaN;
  return oneByOne(x, y, rows & 3, period, f64x2.extract_lane(carry, 0));
}

function oneByOne(x: usize, y: usize, rows: i32, period: f64, before: f64): f64 {
  const periodBytes = (<usize>period) << 3;
  const end = rowOf(x, rows);
  let sum = before;
  while (x < end) {
    store<f64>(y, sum / period);
    sum += load<f64>(x) - load<f64>(x - periodBytes);
    x += 8;
    y += 8;
  }
  return sum;
}
