import { fixed } from './constant';
import { highTwice, lowTwice, shiftedDown, shiftedUp } from './lanes';
import { at, rowOf } from './rows';

// Sums over the last `period` rows of deviations from an anchor and of their squares. Chunks are as in window-sum.ts;
// the anchor is the last row of the latest whole chunk, a row of the window itself, so that the level of the series
// costs no digits.
//
// state, from its second f64 on: place in the chunk, both sums of the chunk so far, the anchor, then the
// suffix sums of the chunk before, [period + 4] each

const PLACE: usize = 8;
const SUM: usize = 16;
const SECOND: usize = 24;
const ANCHOR: usize = 32;
const SUFFIX: usize = 40;

/** Writes mean and population variance. */
export function windowPair(state: usize, count: i32, x: usize, mean: usize, variance: usize): void {
  const period = <i32>load<f64>(state);
  const sums = state + SUFFIX;
  const seconds = rowOf(sums, period + 4);
  let place = <i32>load<f64>(state, PLACE);
  let done = 0;
  while (done < count) {
    const rows = min(period - place, count - done);
    combine(state, x, rows, place, period, mean, variance);
    x = rowOf(x, rows);
    mean = rowOf(mean, rows);
    variance = rowOf(variance, rows);
    done += rows;
    place += rows;
    if (place < period) continue;
    const anchor = load<f64>(x - 8);
    suffixSums(rowOf(x, -period), period, anchor, sums, seconds);
    writeOne(anchor, period, at(sums, 0), at(seconds, 0), mean - 8, variance - 8);
    store<f64>(state, anchor, ANCHOR);
    store<f64>(state, 0, SUM);
    store<f64>(state, 0, SECOND);
    place = 0;
  }
  store<f64>(state, <f64>place, PLACE);
}

function combine(
  state: usize,
  x: usize,
  rows: i32,
  place: i32,
  period: i32,
  mean: usize,
  variance: usize,
): void {
  const anchor = load<f64>(state, ANCHOR);
  const level = fixed(anchor);
  const share = fixed(1 / <f64>period);
  const zero = f64x2.splat(0);
  const whole = rowOf(x, rows & ~3);
  const end = rowOf(x, rows);
  let sums = rowOf(state + SUFFIX, place + 1);
  let seconds = rowOf(sums, period + 4);
  let sum = load<f64>(state, SUM);
  let second = load<f64>(state, SECOND);
  let sumCarry = f64x2.splat(sum);
  let secondCarry = f64x2.splat(second);
  let row = x;
  while (row < end) {
    if (row == whole) {
      sum = f64x2.extract_lane(sumCarry, 0);
      second = f64x2.extract_lane(secondCarry, 0);
    }
    const a = f64x2.sub(v128.load(row), level);
    const b = f64x2.sub(v128.load(row, 16), level);
    const aa = f64x2.mul(a, a);
    const bb = f64x2.mul(b, b);
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    const lowSecond = f64x2.add(aa, shiftedUp(aa));
    const highSecond = f64x2.add(f64x2.add(bb, shiftedUp(bb)), highTwice(lowSecond));
    const oldLow = v128.load(sums);
    const oldHigh = v128.load(sums, 16);
    const firstSum = f64x2.add(sumCarry, low);
    const firstSecond = f64x2.add(secondCarry, lowSecond);
    sumCarry = f64x2.add(sumCarry, high);
    secondCarry = f64x2.add(secondCarry, highSecond);
    const lowTotal = f64x2.mul(f64x2.add(oldLow, firstSum), share);
    const highTotal = f64x2.mul(f64x2.add(oldHigh, sumCarry), share);
    v128.store(mean, f64x2.add(level, lowTotal));
    v128.store(mean, f64x2.add(level, highTotal), 16);
    const lowSquare = f64x2.mul(f64x2.add(v128.load(seconds), firstSecond), share);
    const highSquare = f64x2.mul(f64x2.add(v128.load(seconds, 16), secondCarry), share);
    v128.store(variance, f64x2.pmax(f64x2.sub(lowSquare, f64x2.mul(lowTotal, lowTotal)), zero));
    v128.store(variance, f64x2.pmax(f64x2.sub(highSquare, f64x2.mul(highTotal, highTotal)), zero), 16);
    sumCarry = highTwice(sumCarry);
    secondCarry = highTwice(secondCarry);
    row += 32;
    mean += 32;
    variance += 32;
    sums += 32;
    seconds += 32;
  }
  if (whole == end) {
    sum = f64x2.extract_lane(sumCarry, 0);
    second = f64x2.extract_lane(secondCarry, 0);
  }
  for (let rest = whole; rest < end; rest += 8) {
    const d = load<f64>(rest) - anchor;
    sum += d;
    second += d * d;
  }
  store<f64>(state, sum, SUM);
  store<f64>(state, second, SECOND);
}

/** The row that ends a chunk, from the sums of that chunk alone. */
function writeOne(anchor: f64, period: i32, sum: f64, second: f64, mean: usize, variance: usize): void {
  const length = <f64>period;
  const total = sum / length;
  store<f64>(mean, anchor + total);
  const spread = second / length - total * total;
  store<f64>(variance, spread < 0 ? 0 : spread);
}

function suffixSums(x: usize, rows: i32, anchor: f64, sums: usize, seconds: usize): void {
  const rest = rows & 3;
  const level = fixed(anchor);
  let sumCarry = f64x2.splat(0);
  let secondCarry = f64x2.splat(0);
  for (let i = rows - 4; i >= rest; i -= 4) {
    const a = f64x2.sub(v128.load(rowOf(x, i)), level);
    const b = f64x2.sub(v128.load(rowOf(x, i + 2)), level);
    const high = f64x2.add(b, shiftedDown(b));
    const low = f64x2.add(f64x2.add(a, shiftedDown(a)), lowTwice(high));
    v128.store(rowOf(sums, i + 2), f64x2.add(sumCarry, high));
    sumCarry = f64x2.add(sumCarry, low);
    v128.store(rowOf(sums, i), sumCarry);
    sumCarry = lowTwice(sumCarry);

    const aa = f64x2.mul(a, a);
    const bb = f64x2.mul(b, b);
    const highSecond = f64x2.add(bb, shiftedDown(bb));
    const lowSecond = f64x2.add(f64x2.add(aa, shiftedDown(aa)), lowTwice(highSecond));
    v128.store(rowOf(seconds, i + 2), f64x2.add(secondCarry, highSecond));
    secondCarry = f64x2.add(secondCarry, lowSecond);
    v128.store(rowOf(seconds, i), secondCarry);
    secondCarry = lowTwice(secondCarry);
  }
  let sum = f64x2.extract_lane(sumCarry, 0);
  let second = f64x2.extract_lane(secondCarry, 0);
  for (let i = rest - 1; i >= 0; i--) {
    const d = at(x, i) - anchor;
    sum += d;
    second += d * d;
    store<f64>(rowOf(sums, i), sum);
    store<f64>(rowOf(seconds, i), second);
  }
}
