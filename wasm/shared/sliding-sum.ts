import { fixed, sizeBits, sizes } from './constant';
import { rowOf } from './rows';

// Sum of a window that moves on row by row, `S += new - old`, and the same with weights 1 for the oldest row to `period`
// for the newest, `W += period * new - S before`. For series that hold their sign, as prices and volumes do.
//
// A lane is a run of rows that begins with sums of its own, so nothing drifts for longer. Two lanes share a vector, half of
// the rows apart: neighbours would lie in one page, where processors fetch ahead for one stream of lines only.
// Where the sum has fallen to less than an eighth of its greatest since it was added up, what was taken away has left
// its rounding, and the window is added up anew: at that row, whatever follows.

const SUM: usize = 0;
const WEIGHTED: usize = 16;

const FALL: f64 = 1 / 8;

/** Which sum is asked for, as a type: each gets code of its own. `Path` is of the sizes of changes from row to row. */
export type Plain = u64;
export type Weighted = i64;
export type Path = u32;

function rowsAt<Which>(x: usize): v128 {
  const rows = v128.load(x);
  return sizeof<Which>() == 4 ? sizes(f64x2.sub(rows, v128.load(x - 8)), sizeBits()) : rows;
}

function oneAt<Which>(x: usize): f64 {
  const row = load<f64>(x);
  return sizeof<Which>() == 4 ? abs(row - load<f64>(x - 8)) : row;
}

/** The way itself is what is asked for. */
function scaled<Which>(sums: v128, scales: v128): v128 {
  return sizeof<Which>() == 4 ? sums : f64x2.mul(sums, scales);
}

/**
 * Writes the sum times `scale`, which is 1 for `Path`.
 *
 * @param sums  32 bytes
 * @param x     first of the rows; `period` rows are readable before it and hold a whole window, one more for `Path`
 */
export function slidingSum<Which>(sums: usize, rows: i32, period: i32, scale: f64, x: usize, y: usize): void {
  const lane = period <= 64 ? 128 : period <= 256 ? 256 : 1024;
  const apart = (rows / (2 * lane)) * lane;
  for (let row = 0; row < apart; row += lane) {
    const near = rowOf(x, row);
    const nearY = rowOf(y, row);
    if (bothLanes<Which>(sums, lane, apart, period, scale, near, nearY)) continue;
    oneLane<Which>(sums, lane, period, scale, near, nearY);
    oneLane<Which>(sums, lane, period, scale, rowOf(near, apart), rowOf(nearY, apart));
  }
  for (let row = 2 * apart; row < rows; row += lane) {
    oneLane<Which>(sums, min(rows - row, lane), period, scale, rowOf(x, row), rowOf(y, row));
  }
}

/** Writes the first whole window, which ends at `x`. */
export function firstSum<Which>(sums: usize, period: i32, scale: f64, x: usize, y: usize): void {
  addUp<Which>(sums, period, x);
  store<f64>(y, load<f64>(sums, isSigned<Which>() ? WEIGHTED : SUM) * scale);
}

/** Sums of the window that ends at `x`. */
function addUp<Which>(sums: usize, period: i32, x: usize): void {
  const first = rowOf(x, 1 - period);
  const end = rowOf(first, period & ~1);
  const two = fixed(2);
  let weight = f64x2.replace_lane(f64x2.splat(1), 1, 2);
  let sum = f64x2.splat(0);
  let weighted = sum;
  for (let row = first; row < end; row += 16) {
    const rows = rowsAt<Which>(row);
    sum = f64x2.add(sum, rows);
    if (isSigned<Which>()) {
      weighted = f64x2.add(weighted, f64x2.mul(weight, rows));
      weight = f64x2.add(weight, two);
    }
  }
  let total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  let weightedTotal = f64x2.extract_lane(weighted, 0) + f64x2.extract_lane(weighted, 1);
  if ((period & 1) != 0) {
    total += oneAt<Which>(x);
    weightedTotal += <f64>period * load<f64>(x);
  }
  store<f64>(sums, total, SUM);
  store<f64>(sums, weightedTotal, WEIGHTED);
}

/** Answers whether surely no row of the two lanes wants its window added up anew. */
function bothLanes<Which>(
  sums: usize,
  lane: i32,
  rowsApart: i32,
  period: i32,
  scale: f64,
  x: usize,
  y: usize,
): bool {
  addUp<Which>(sums, period, x - 8);
  addUp<Which>(sums + 8, period, rowOf(x, rowsApart - 1));
  const scales = fixed(scale);
  const length = fixed(<f64>period);
  let sum = v128.load(sums, SUM);
  let weighted = v128.load(sums, WEIGHTED);
  let most = sum;
  let least = sum;
  const apart = (<usize>rowsApart) << 3;
  const back = (<usize>period) << 3;
  const end = rowOf(x, lane);
  while (x < end) {
    const a = rowsAt<Which>(x);
    const b = rowsAt<Which>(x + apart);
    const c = rowsAt<Which>(x - back);
    const d = rowsAt<Which>(x + apart - back);
    let first: v128;
    let second: v128;
    let nearer: v128;
    if (isSigned<Which>()) {
      const firstNew = v128.shuffle<f64>(a, b, 0, 2);
      const secondNew = v128.shuffle<f64>(a, b, 1, 3);
      first = f64x2.add(weighted, f64x2.sub(f64x2.mul(firstNew, length), sum));
      sum = f64x2.add(sum, f64x2.sub(firstNew, v128.shuffle<f64>(c, d, 0, 2)));
      nearer = sum;
      second = f64x2.add(first, f64x2.sub(f64x2.mul(secondNew, length), sum));
      sum = f64x2.add(sum, f64x2.sub(secondNew, v128.shuffle<f64>(c, d, 1, 3)));
      weighted = second;
    } else {
      const near = f64x2.sub(a, c);
      const far = f64x2.sub(b, d);
      first = f64x2.add(sum, v128.shuffle<f64>(near, far, 0, 2));
      second = f64x2.add(first, v128.shuffle<f64>(near, far, 1, 3));
      nearer = first;
      sum = second;
    }
    most = f64x2.pmax(most, f64x2.pmax(nearer, sum));
    least = f64x2.pmin(least, f64x2.pmin(nearer, sum));
    v128.store(y, scaled<Which>(v128.shuffle<f64>(first, second, 0, 2), scales));
    v128.store(y + apart, scaled<Which>(v128.shuffle<f64>(first, second, 1, 3), scales));
    x += 16;
    y += 16;
  }
  const fall = fixed(FALL);
  const zero = f64x2.splat(0);
  const isAbove = v128.and(f64x2.gt(least, zero), f64x2.ge(least, f64x2.mul(most, fall)));
  const isBelow = v128.and(f64x2.lt(most, zero), f64x2.le(most, f64x2.mul(least, fall)));
  return i64x2.all_true(v128.and(v128.or(isAbove, isBelow), f64x2.eq(sum, sum)));
}

/** The same arithmetic row by row. */
function oneLane<Which>(sums: usize, rows: i32, period: i32, scale: f64, x: usize, y: usize): void {
  addUp<Which>(sums, period, x - 8);
  let sum = load<f64>(sums, SUM);
  let weighted = load<f64>(sums, WEIGHTED);
  let least = abs(sum) * FALL;
  const end = rowOf(x, rows);
  while (x < end) {
    const newest = oneAt<Which>(x);
    weighted += newest * <f64>period - sum;
    sum += newest - oneAt<Which>(rowOf(x, -period));
    const size = abs(sum);
    if (least < size * FALL) least = size * FALL;
    if (!(size >= least && size < Infinity)) {
      addUp<Which>(sums, period, x);
      sum = load<f64>(sums, SUM);
      weighted = load<f64>(sums, WEIGHTED);
      least = abs(sum) * FALL;
    }
    store<f64>(y, (isSigned<Which>() ? weighted : sum) * scale);
    x += 8;
    y += 8;
  }
}
