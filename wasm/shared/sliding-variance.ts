import { both, fixed, fixedNumber } from './constant';
import { at, rowOf } from './rows';

// Mean and variance of a window that moves on row by row: the mean by `step / period` with `step = x - old`, half the sum of
// squares about it by `step * (old - mean before + step * (1 - 1 / period) / 2)`. Rows are measured from an anchor, a row of the
// window that the sums were last added up from, so that the level of the series costs no digits.
//
// A lane is a run of rows that begins with sums of its own, so nothing drifts for longer; two lanes share a vector.
// Where the sum of squares has fallen to less than a 64th of its greatest since it was added up, most of it was
// taken away again with its rounding, and the window is added up anew: at that row, whatever follows.

const MEAN: usize = 16;
const SPREAD: usize = 32;
/** Bytes that `slidingVariance` uses at `sums`: anchors, the means from there, half the sums of squares; two lanes. */
export const SLIDING_VARIANCE_BYTES: usize = 48;

const FALL: f64 = 1 / 64;

/** Longest window that is worth adding up at the begin of each lane. */
export const MOST_SLIDING = 1024;

/**
 * Writes mean and variance, or for `Bands` (five-rows.ts) the mean, `up` deviations above it and `down` below.
 *
 * @param x       first of the rows; `period` rows are readable before it and hold a whole window
 * @param spread  the variance, or the lower band
 * @param upper   the upper band, or nothing
 * @param bands   least variance that is not 0, `up` and `down`
 */
export function slidingVariance<What>(
  sums: usize,
  rows: i32,
  period: i32,
  x: usize,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): void {
  const lane = period <= 64 ? 128 : period <= 256 ? 256 : 1024;
  const apart = (rows / (2 * lane)) * lane;
  const far = (<usize>apart) << 3;
  for (let row = 0; row < apart; row += lane) {
    const at = (<usize>row) << 3;
    if (bothLanes<What>(sums, lane, apart, period, x + at, mean + at, spread + at, upper + at, bands))
      continue;
    const other = at + far;
    oneLane<What>(sums, lane, period, x + at, mean + at, spread + at, upper + at, bands);
    oneLane<What>(sums, lane, period, x + other, mean + other, spread + other, upper + other, bands);
  }
  for (let row = 2 * apart; row < rows; row += lane) {
    const at = (<usize>row) << 3;
    oneLane<What>(sums, min(rows - row, lane), period, x + at, mean + at, spread + at, upper + at, bands);
  }
}

/** Writes the first whole window, which ends at `x`. */
export function firstVariance<What>(
  sums: usize,
  period: i32,
  x: usize,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): void {
  addUp(sums, period, x);
  const middle = load<f64>(sums) + load<f64>(sums, MEAN);
  writeOne<What>(middle, load<f64>(sums, SPREAD) * (2 / <f64>period), mean, spread, upper, bands);
}

/** The same numbers as `writeTwo` gives. */
function writeOne<What>(
  middle: f64,
  variance: f64,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): void {
  store<f64>(mean, middle);
  if (isSigned<What>()) {
    const deviation = variance < load<f64>(bands) ? 0 : sqrt(variance);
    store<f64>(upper, middle + deviation * load<f64>(bands, 8));
    store<f64>(spread, middle - deviation * load<f64>(bands, 16));
  } else store<f64>(spread, variance);
}

function writeTwo<What>(
  middle: v128,
  variance: v128,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): void {
  v128.store(mean, middle);
  if (isSigned<What>()) {
    const deviation = v128.andnot(f64x2.sqrt(variance), f64x2.lt(variance, both(bands)));
    v128.store(upper, f64x2.add(middle, f64x2.mul(deviation, both(bands + 8))));
    v128.store(spread, f64x2.sub(middle, f64x2.mul(deviation, both(bands + 16))));
  } else v128.store(spread, variance);
}

/** Sums of the window that ends at `x`, whose last row is the anchor. */
function addUp(sums: usize, period: i32, x: usize): void {
  const anchor = load<f64>(x);
  const level = fixed(anchor);
  const first = rowOf(x, 1 - period);
  const end = rowOf(first, period & ~1);
  let sum = f64x2.splat(0);
  let squares = sum;
  for (let row = first; row < end; row += 16) {
    const d = f64x2.sub(v128.load(row), level);
    sum = f64x2.add(sum, d);
    squares = f64x2.add(squares, f64x2.mul(d, d));
  }
  const mean = (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)) / <f64>period;
  const square = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  store<f64>(sums, anchor);
  store<f64>(sums, mean, MEAN);
  store<f64>(sums, max<f64>(0, square - mean * mean * <f64>period) * 0.5, SPREAD);
}

/** Answers whether surely no row of the two lanes wants its window added up anew. */
function bothLanes<What>(
  sums: usize,
  lane: i32,
  rowsApart: i32,
  period: i32,
  x: usize,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): bool {
  addUp(sums, period, x - 8);
  addUp(sums + 8, period, rowOf(x, rowsApart - 1));
  const anchor = v128.load(sums);
  let middle = v128.load(sums, MEAN);
  let squares = v128.load(sums, SPREAD);
  const share = 1 / <f64>period;
  const shares = fixed(share);
  const twoShares = fixed(2 * share);
  const halfLeft = fixed(0.5 - 0.5 * share);
  let most = squares;
  let least = squares;
  const apart = (<usize>rowsApart) << 3;
  const back = (<usize>period) << 3;
  const end = rowOf(x, lane);
  while (x < end) {
    const a = v128.load(x);
    const b = v128.load(x + apart);
    const c = v128.load(x - back);
    const d = v128.load(x + apart - back);
    const firstNew = v128.shuffle<f64>(a, b, 0, 2);
    const firstOld = v128.shuffle<f64>(c, d, 0, 2);
    const firstStep = f64x2.sub(firstNew, firstOld);
    const firstGrowth = f64x2.add(
      f64x2.sub(f64x2.sub(firstOld, anchor), middle),
      f64x2.mul(firstStep, halfLeft),
    );
    squares = f64x2.add(squares, f64x2.mul(firstStep, firstGrowth));
    middle = f64x2.add(middle, f64x2.mul(firstStep, shares));
    const nearer = squares;
    const firstMean = f64x2.add(anchor, middle);
    const firstVariance = f64x2.mul(squares, twoShares);

    const secondNew = v128.shuffle<f64>(a, b, 1, 3);
    const secondOld = v128.shuffle<f64>(c, d, 1, 3);
    const secondStep = f64x2.sub(secondNew, secondOld);
    const secondGrowth = f64x2.add(
      f64x2.sub(f64x2.sub(secondOld, anchor), middle),
      f64x2.mul(secondStep, halfLeft),
    );
    squares = f64x2.add(squares, f64x2.mul(secondStep, secondGrowth));
    middle = f64x2.add(middle, f64x2.mul(secondStep, shares));
    most = f64x2.pmax(most, f64x2.pmax(nearer, squares));
    least = f64x2.pmin(least, f64x2.pmin(nearer, squares));
    const secondMean = f64x2.add(anchor, middle);
    const secondVariance = f64x2.mul(squares, twoShares);

    writeTwo<What>(
      v128.shuffle<f64>(firstMean, secondMean, 0, 2),
      v128.shuffle<f64>(firstVariance, secondVariance, 0, 2),
      mean,
      spread,
      upper,
      bands,
    );
    writeTwo<What>(
      v128.shuffle<f64>(firstMean, secondMean, 1, 3),
      v128.shuffle<f64>(firstVariance, secondVariance, 1, 3),
      mean + apart,
      spread + apart,
      upper + apart,
      bands,
    );
    x += 16;
    mean += 16;
    spread += 16;
    upper += 16;
  }
  const keeps = f64x2.ge(least, f64x2.mul(most, f64x2.splat(FALL)));
  return i64x2.all_true(v128.and(keeps, f64x2.eq(squares, squares)));
}

/** The same arithmetic row by row. */
function oneLane<What>(
  sums: usize,
  rows: i32,
  period: i32,
  x: usize,
  mean: usize,
  spread: usize,
  upper: usize,
  bands: usize,
): void {
  addUp(sums, period, x - 8);
  let anchor = load<f64>(sums);
  let middle = load<f64>(sums, MEAN);
  let squares = load<f64>(sums, SPREAD);
  const share = fixedNumber(1 / <f64>period);
  const twoShares = fixedNumber(2 / <f64>period);
  const halfLeft = fixedNumber(0.5 - 0.5 / <f64>period);
  let least = squares * FALL;
  const end = rowOf(x, rows);
  while (x < end) {
    const old = at(x, -period);
    const step = load<f64>(x) - old;
    squares += step * (old - anchor - middle + step * halfLeft);
    middle += step * share;
    if (least < squares * FALL) least = squares * FALL;
    if (!(squares >= least && squares < Infinity)) {
      addUp(sums, period, x);
      anchor = load<f64>(sums);
      middle = load<f64>(sums, MEAN);
      squares = load<f64>(sums, SPREAD);
      least = squares * FALL;
    }
    writeOne<What>(anchor + middle, squares * twoShares, mean, spread, upper, bands);
    x += 8;
    mean += 8;
    spread += 8;
    upper += 8;
  }
}
