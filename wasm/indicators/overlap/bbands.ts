// Bollinger Bands.
//
// twin       src/indicators/overlap/bbands.ts, whose docstring defines the result
// in         real f64[length], period >= 2, deviations up and down
// out        upper, middle, lower f64[length]; scratch f64[2 * (period + 4)]
// precision  rtol 1e-12 of the twin; same bits for a prefix of the input

import { highTwice, lowTwice, shiftedDown, shiftedUp } from '../../shared/lanes';
import { at, fillWarmUp, firstNumber, rowOf } from '../../shared/rows';

const NO_VARIANCE: f64 = 1e-14;

export function bbands(
  real: usize,
  length: i32,
  period: i32,
  up: f64,
  down: f64,
  upper: usize,
  middle: usize,
  lower: usize,
  scratch: usize,
): void {
  const begin = firstNumber(real, length);
  const warm = begin + period - 1;
  fillWarmUp(upper, warm, length);
  fillWarmUp(middle, warm, length);
  fillWarmUp(lower, warm, length);
  const squares = rowOf(scratch, period + 4);
  memory.fill(scratch, 0, (2 * (period + 4)) << 3);
  let anchor: f64 = 0;
  for (let block = begin; block < length; block += period) {
    const rows = min(period, length - block);
    if (block > begin) {
      // The last row of a full block is written from its own sums, which have a nearer anchor.
      const open = min(rows, period - 1);
      combine(
        rowOf(real, block),
        open,
        anchor,
        scratch,
        squares,
        1.0 / <f64>period,
        up,
        down,
        rowOf(upper, block),
        rowOf(middle, block),
        rowOf(lower, block),
      );
    }
    if (rows < period) return;
    anchor = lastFinite(rowOf(real, block), period);
    suffixMoments(rowOf(real, block), period, anchor, scratch, squares);
    const last = block + period - 1;
    writeRow(
      anchor,
      at(scratch, 0),
      at(squares, 0),
      1.0 / <f64>period,
      up,
      down,
      rowOf(upper, last),
      rowOf(middle, last),
      rowOf(lower, last),
    );
  }
}

function lastFinite(real: usize, rows: i32): f64 {
  for (let i = rows - 1; i >= 0; i--) {
    if (isFinite(at(real, i))) return at(real, i);
  }
  return 0;
}

/** Sums of deviations from `anchor`, and of their squares, over rows `[i, rows)`. */
function suffixMoments(real: usize, rows: i32, anchor: f64, sums: usize, squares: usize): void {
  const rest = rows & 3;
  const level = f64x2.splat(anchor);
  let sumCarry = f64x2.splat(0);
  let squareCarry = f64x2.splat(0);
  for (let i = rows - 4; i >= rest; i -= 4) {
    const a = f64x2.sub(v128.load(rowOf(real, i)), level);
    const b = f64x2.sub(v128.load(rowOf(real, i + 2)), level);
    const high = f64x2.add(b, shiftedDown(b));
    const low = f64x2.add(f64x2.add(a, shiftedDown(a)), lowTwice(high));
    v128.store(rowOf(sums, i + 2), f64x2.add(sumCarry, high));
    sumCarry = f64x2.add(sumCarry, low);
    v128.store(rowOf(sums, i), sumCarry);
    sumCarry = lowTwice(sumCarry);

    const aa = f64x2.mul(a, a);
    const bb = f64x2.mul(b, b);
    const highSquare = f64x2.add(bb, shiftedDown(bb));
    const lowSquare = f64x2.add(f64x2.add(aa, shiftedDown(aa)), lowTwice(highSquare));
    v128.store(rowOf(squares, i + 2), f64x2.add(squareCarry, highSquare));
    squareCarry = f64x2.add(squareCarry, lowSquare);
    v128.store(rowOf(squares, i), squareCarry);
    squareCarry = lowTwice(squareCarry);
  }
  let sum = f64x2.extract_lane(sumCarry, 0);
  let square = f64x2.extract_lane(squareCarry, 0);
  for (let i = rest - 1; i >= 0; i--) {
    const deviation = at(real, i) - anchor;
    sum += deviation;
    square += deviation * deviation;
    store<f64>(rowOf(sums, i), sum);
    store<f64>(rowOf(squares, i), square);
  }
}

/** Bands of the rows of a block that is still open, from its prefix and the suffix of the block before. */
function combine(
  real: usize,
  rows: i32,
  anchor: f64,
  sums: usize,
  squares: usize,
  share: f64,
  up: f64,
  down: f64,
  upper: usize,
  middle: usize,
  lower: usize,
): void {
  const level = f64x2.splat(anchor);
  const shares = f64x2.splat(share);
  const whole = rows & ~3;
  let sumCarry = f64x2.splat(0);
  let squareCarry = f64x2.splat(0);
  for (let i = 0; i < whole; i += 4) {
    const a = f64x2.sub(v128.load(rowOf(real, i)), level);
    const b = f64x2.sub(v128.load(rowOf(real, i + 2)), level);
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    const aa = f64x2.mul(a, a);
    const bb = f64x2.mul(b, b);
    const lowSquare = f64x2.add(aa, shiftedUp(aa));
    const highSquare = f64x2.add(f64x2.add(bb, shiftedUp(bb)), highTwice(lowSquare));

    writeTwo(
      i,
      level,
      f64x2.add(f64x2.add(sumCarry, low), v128.load(rowOf(sums, i + 1))),
      f64x2.add(f64x2.add(squareCarry, lowSquare), v128.load(rowOf(squares, i + 1))),
      shares,
      up,
      down,
      upper,
      middle,
      lower,
    );
    sumCarry = f64x2.add(sumCarry, high);
    squareCarry = f64x2.add(squareCarry, highSquare);
    writeTwo(
      i + 2,
      level,
      f64x2.add(sumCarry, v128.load(rowOf(sums, i + 3))),
      f64x2.add(squareCarry, v128.load(rowOf(squares, i + 3))),
      shares,
      up,
      down,
      upper,
      middle,
      lower,
    );
    sumCarry = highTwice(sumCarry);
    squareCarry = highTwice(squareCarry);
  }
  const sumBefore = f64x2.extract_lane(sumCarry, 0);
  const squareBefore = f64x2.extract_lane(squareCarry, 0);
  let sum: f64 = 0;
  let square: f64 = 0;
  for (let i = whole; i < rows; i++) {
    const deviation = at(real, i) - anchor;
    sum = deviation + sum;
    square = deviation * deviation + square;
    writeRow(
      anchor,
      sumBefore + sum + at(sums, i + 1),
      squareBefore + square + at(squares, i + 1),
      share,
      up,
      down,
      rowOf(upper, i),
      rowOf(middle, i),
      rowOf(lower, i),
    );
  }
}

function writeTwo(
  i: i32,
  level: v128,
  sum: v128,
  square: v128,
  shares: v128,
  up: f64,
  down: f64,
  upper: usize,
  middle: usize,
  lower: usize,
): void {
  const shift = f64x2.mul(sum, shares);
  const mean = f64x2.add(level, shift);
  const variance = f64x2.sub(f64x2.mul(square, shares), f64x2.mul(shift, shift));
  const deviation = f64x2.sqrt(v128.andnot(variance, f64x2.lt(variance, f64x2.splat(NO_VARIANCE))));
  v128.store(rowOf(upper, i), f64x2.add(mean, f64x2.mul(f64x2.splat(up), deviation)));
  v128.store(rowOf(middle, i), mean);
  v128.store(rowOf(lower, i), f64x2.sub(mean, f64x2.mul(f64x2.splat(down), deviation)));
}

/** As `writeTwo`, for one row. */
function writeRow(
  anchor: f64,
  sum: f64,
  square: f64,
  share: f64,
  up: f64,
  down: f64,
  upper: usize,
  middle: usize,
  lower: usize,
): void {
  const shift = sum * share;
  const mean = anchor + shift;
  const variance = square * share - shift * shift;
  const deviation = variance < NO_VARIANCE ? 0 : sqrt(variance);
  store<f64>(upper, mean + up * deviation);
  store<f64>(middle, mean);
  store<f64>(lower, mean - down * deviation);
}
