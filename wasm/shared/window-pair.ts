import { highTwice, lowTwice, shiftedDown, shiftedUp } from './lanes';
import { at, rowOf } from './rows';

// Two sums over the last `period` rows, of deviations `d` from an anchor: `sum d`, and `sum d * (curve * d +
// slant * i)` with `i` the row's place in its chunk. Chunks are as in window-sum.ts; the anchor is the last row
// of the latest whole chunk, a row of the window itself, so that the level of the series costs no digits.
//
// state, from its second f64 on: place in the chunk, both sums of the chunk so far, the anchor, then the
// suffix sums of the chunk before, [period + 4] each

const PLACE: usize = 8;
const SUM: usize = 16;
const SECOND: usize = 24;
const ANCHOR: usize = 32;
const SUFFIX: usize = 40;

/** Writes mean and variance (`curve` 1, `slant` 0), or mean and slope of the least-squares line (0 and 1). */
export function windowPair(
  state: usize,
  count: i32,
  x: usize,
  mean: usize,
  other: usize,
  curve: f64,
  slant: f64,
): void {
  const period = <i32>load<f64>(state);
  const sums = state + SUFFIX;
  const seconds = rowOf(sums, period + 4);
  let place = <i32>load<f64>(state, PLACE);
  let done = 0;
  while (done < count) {
    const rows = min(period - place, count - done);
    combine(state, x, rows, place, period, mean, other, curve, slant);
    x = rowOf(x, rows);
    mean = rowOf(mean, rows);
    other = rowOf(other, rows);
    done += rows;
    place += rows;
    if (place < period) continue;
    const anchor = load<f64>(x - 8);
    suffixSums(rowOf(x, -period), period, anchor, sums, seconds, curve, slant);
    writeOne(anchor, period, at(sums, 0), at(seconds, 0), mean - 8, other - 8, slant);
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
  other: usize,
  curve: f64,
  slant: f64,
): void {
  const anchor = load<f64>(state, ANCHOR);
  const level = f64x2.splat(anchor);
  const curves = f64x2.splat(curve);
  const slants = f64x2.splat(slant);
  const two = f64x2.splat(2);
  const share = f64x2.splat(1 / <f64>period);
  const spread = f64x2.splat(12 / (<f64>period * (<f64>period * <f64>period - 1)));
  const middle = f64x2.splat(<f64>(period - 1) / 2);
  const length = f64x2.splat(<f64>period);
  const whole = rowOf(x, rows & ~3);
  const end = rowOf(x, rows);
  let sums = rowOf(state + SUFFIX, place + 1);
  let seconds = rowOf(sums, period + 4);
  let index = f64x2.replace_lane(f64x2.splat(<f64>place), 1, <f64>(place + 1));
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
    const later = f64x2.add(index, two);
    const aa = f64x2.mul(a, f64x2.add(f64x2.mul(curves, a), f64x2.mul(slants, index)));
    const bb = f64x2.mul(b, f64x2.add(f64x2.mul(curves, b), f64x2.mul(slants, later)));
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
    if (slant == 0) {
      v128.store(
        other,
        f64x2.sub(
          f64x2.mul(f64x2.add(v128.load(seconds), firstSecond), share),
          f64x2.mul(lowTotal, lowTotal),
        ),
      );
      v128.store(
        other,
        f64x2.sub(
          f64x2.mul(f64x2.add(v128.load(seconds, 16), secondCarry), share),
          f64x2.mul(highTotal, highTotal),
        ),
        16,
      );
    } else {
      const lowSlope = slopes(
        index,
        oldLow,
        v128.load(seconds),
        firstSum,
        firstSecond,
        lowTotal,
        middle,
        length,
      );
      const highSlope = slopes(
        later,
        oldHigh,
        v128.load(seconds, 16),
        sumCarry,
        secondCarry,
        highTotal,
        middle,
        length,
      );
      v128.store(other, f64x2.mul(lowSlope, spread));
      v128.store(other, f64x2.mul(highSlope, spread), 16);
    }
    sumCarry = highTwice(sumCarry);
    secondCarry = highTwice(secondCarry);
    index = f64x2.add(later, two);
    row += 32;
    mean += 32;
    other += 32;
    sums += 32;
    seconds += 32;
  }
  if (whole == end) {
    sum = f64x2.extract_lane(sumCarry, 0);
    second = f64x2.extract_lane(secondCarry, 0);
  }
  let i = place + (rows & ~3);
  for (let rest = whole; rest < end; rest += 8) {
    const d = load<f64>(rest) - anchor;
    sum += d;
    second += d * (curve * d + slant * <f64>i);
    i++;
  }
  store<f64>(state, sum, SUM);
  store<f64>(state, second, SECOND);
}

/** Sum of deviations times their places in the window, less that of their mean. */
function slopes(
  index: v128,
  oldSum: v128,
  oldSecond: v128,
  sum: v128,
  second: v128,
  mean: v128,
  middle: v128,
  length: v128,
): v128 {
  const next = f64x2.add(index, f64x2.splat(1));
  const older = f64x2.sub(oldSecond, f64x2.mul(next, oldSum));
  const newer = f64x2.add(second, f64x2.mul(f64x2.sub(length, next), sum));
  return f64x2.sub(f64x2.add(older, newer), f64x2.mul(f64x2.mul(middle, length), mean));
}

/** The row that ends a chunk, from the sums of that chunk alone. */
function writeOne(
  anchor: f64,
  period: i32,
  sum: f64,
  second: f64,
  mean: usize,
  other: usize,
  slant: f64,
): void {
  const length = <f64>period;
  const total = sum / length;
  store<f64>(mean, anchor + total);
  if (slant == 0) store<f64>(other, second / length - total * total);
  else store<f64>(other, (second - ((length - 1) / 2) * sum) * (12 / (length * (length * length - 1))));
}

function suffixSums(
  x: usize,
  rows: i32,
  anchor: f64,
  sums: usize,
  seconds: usize,
  curve: f64,
  slant: f64,
): void {
  const rest = rows & 3;
  const level = f64x2.splat(anchor);
  const curves = f64x2.splat(curve);
  const slants = f64x2.splat(slant);
  const two = f64x2.splat(2);
  let index = f64x2.replace_lane(f64x2.splat(<f64>(rows - 2)), 1, <f64>(rows - 1));
  let sumCarry = f64x2.splat(0);
  let secondCarry = f64x2.splat(0);
  for (let i = rows - 4; i >= rest; i -= 4) {
    const a = f64x2.sub(v128.load(rowOf(x, i)), level);
    const b = f64x2.sub(v128.load(rowOf(x, i + 2)), level);
    const earlier = f64x2.sub(index, two);
    const high = f64x2.add(b, shiftedDown(b));
    const low = f64x2.add(f64x2.add(a, shiftedDown(a)), lowTwice(high));
    v128.store(rowOf(sums, i + 2), f64x2.add(sumCarry, high));
    sumCarry = f64x2.add(sumCarry, low);
    v128.store(rowOf(sums, i), sumCarry);
    sumCarry = lowTwice(sumCarry);

    const aa = f64x2.mul(a, f64x2.add(f64x2.mul(curves, a), f64x2.mul(slants, earlier)));
    const bb = f64x2.mul(b, f64x2.add(f64x2.mul(curves, b), f64x2.mul(slants, index)));
    const highSecond = f64x2.add(bb, shiftedDown(bb));
    const lowSecond = f64x2.add(f64x2.add(aa, shiftedDown(aa)), lowTwice(highSecond));
    v128.store(rowOf(seconds, i + 2), f64x2.add(secondCarry, highSecond));
    secondCarry = f64x2.add(secondCarry, lowSecond);
    v128.store(rowOf(seconds, i), secondCarry);
    secondCarry = lowTwice(secondCarry);
    index = f64x2.sub(earlier, two);
  }
  let sum = f64x2.extract_lane(sumCarry, 0);
  let second = f64x2.extract_lane(secondCarry, 0);
  for (let i = rest - 1; i >= 0; i--) {
    const d = at(x, i) - anchor;
    sum += d;
    second += d * (curve * d + slant * <f64>i);
    store<f64>(rowOf(sums, i), sum);
    store<f64>(rowOf(seconds, i), second);
  }
}
