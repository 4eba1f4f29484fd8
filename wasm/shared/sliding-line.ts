import { both, fixed } from './constant';
import { at, rowOf } from './rows';

// Sums of a window that moves on row by row, the rows weighted by `even + rising * place`, place 0 for the oldest. With
// `d` for distances from an anchor, `S = sum d` and `T = sum place * d`, a step to the next row is `S += new - old` and
// `T += period * new - S`. Lanes, anchors and the sum of squares that says when a window is to be added up anew are
// those of sliding-variance.ts.

const SUM: usize = 16;
const PLACED: usize = 32;
const SPREAD: usize = 48;
/** Least sum of squares, and rows since it was added up, where one lane goes on from call to call. */
const LEAST: usize = 64;
const AGE: usize = 72;

const FALL: f64 = 1 / 64;
const FALLS: usize = memory.data<f64>([0.015625]);

/** Longest window that is worth adding up at the begin of each lane. */
const MOST_LANES = 1024;

/** Settings, at the begin of the kernel's state. */
const LEVEL: usize = 8;
const EVEN: usize = 16;
const RISING: usize = 24;

/**
 * @param sums      80 bytes, zeros before the first call
 * @param settings  period, sum of all weights, even and rising weight
 * @param x         first of the rows; `period` rows are readable before it and hold a whole window
 */
export function slidingLine(sums: usize, settings: usize, rows: i32, period: i32, x: usize, y: usize): void {
  if (period > MOST_LANES) {
    longLane(sums, settings, rows, period, x, y);
    return;
  }
  const lane = period <= 64 ? 128 : period <= 256 ? 256 : 1024;
  const apart = (rows / (2 * lane)) * lane;
  for (let row = 0; row < apart; row += lane) {
    const near = rowOf(x, row);
    const nearY = rowOf(y, row);
    if (bothLanes(sums, settings, lane, apart, period, near, nearY)) continue;
    addUp(sums, period, near - 8);
    oneLane(sums, settings, lane, period, near, nearY);
    addUp(sums, period, rowOf(near, apart - 1));
    oneLane(sums, settings, lane, period, rowOf(near, apart), rowOf(nearY, apart));
  }
  for (let row = 2 * apart; row < rows; row += lane) {
    addUp(sums, period, rowOf(x, row - 1));
    oneLane(sums, settings, min(rows - row, lane), period, rowOf(x, row), rowOf(y, row));
  }
}

/** Writes the first whole window, which ends at `x`. */
export function firstLine(sums: usize, settings: usize, period: i32, x: usize, y: usize): void {
  addUp(sums, period, x);
  store<f64>(y, valueOf(settings, load<f64>(sums), load<f64>(sums, SUM), load<f64>(sums, PLACED)));
}

/** Sums of the window that ends at `x`, whose last row is the anchor. */
function addUp(sums: usize, period: i32, x: usize): void {
  const anchor = load<f64>(x);
  const level = fixed(anchor);
  const first = rowOf(x, 1 - period);
  const end = rowOf(first, period & ~1);
  const two = fixed(2);
  let place = f64x2.replace_lane(f64x2.splat(0), 1, 1);
  let sum = f64x2.splat(0);
  let placed = sum;
  let squares = sum;
  // An odd row that is left is the anchor itself, at distance 0.
  for (let row = first; row < end; row += 16) {
    const d = f64x2.sub(v128.load(row), level);
    sum = f64x2.add(sum, d);
    placed = f64x2.add(placed, f64x2.mul(place, d));
    squares = f64x2.add(squares, f64x2.mul(d, d));
    place = f64x2.add(place, two);
  }
  const total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  const square = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  const spread = max<f64>(0, square - total * (total / <f64>period));
  store<f64>(sums, anchor);
  store<f64>(sums, total, SUM);
  store<f64>(sums, f64x2.extract_lane(placed, 0) + f64x2.extract_lane(placed, 1), PLACED);
  store<f64>(sums, spread, SPREAD);
  store<f64>(sums, spread * FALL, LEAST);
}

function valueOf(settings: usize, anchor: f64, sum: f64, placed: f64): f64 {
  const moved = sum * load<f64>(settings, EVEN) + placed * load<f64>(settings, RISING);
  return anchor * load<f64>(settings, LEVEL) + moved;
}

/** Answers whether surely no row of the two lanes wants its window added up anew. */
function bothLanes(
  sums: usize,
  settings: usize,
  lane: i32,
  rowsApart: i32,
  period: i32,
  x: usize,
  y: usize,
): bool {
  addUp(sums, period, x - 8);
  addUp(sums + 8, period, rowOf(x, rowsApart - 1));
  const anchor = v128.load(sums);
  const base = f64x2.mul(anchor, v128.load64_splat(settings, LEVEL));
  const even = v128.load64_splat(settings, EVEN);
  const rising = v128.load64_splat(settings, RISING);
  const length = fixed(<f64>period);
  const share = fixed(1 / <f64>period);
  let sum = v128.load(sums, SUM);
  let placed = v128.load(sums, PLACED);
  let spread = v128.load(sums, SPREAD);
  let most = spread;
  let least = spread;
  const apart = (<usize>rowsApart) << 3;
  const back = (<usize>period) << 3;
  const end = rowOf(x, lane);
  while (x < end) {
    const a = v128.load(x);
    const b = v128.load(x + apart);
    const c = v128.load(x - back);
    const d = v128.load(x + apart - back);
    const firstNew = f64x2.sub(v128.shuffle<f64>(a, b, 0, 2), anchor);
    const firstOld = f64x2.sub(v128.shuffle<f64>(c, d, 0, 2), anchor);
    const firstStep = f64x2.sub(firstNew, firstOld);
    const firstSum = f64x2.add(sum, firstStep);
    const firstMeans = f64x2.mul(f64x2.add(sum, firstSum), share);
    spread = f64x2.add(spread, f64x2.mul(firstStep, f64x2.sub(f64x2.add(firstNew, firstOld), firstMeans)));
    placed = f64x2.add(placed, f64x2.sub(f64x2.mul(firstNew, length), firstSum));
    const nearer = spread;
    const first = f64x2.add(base, f64x2.add(f64x2.mul(firstSum, even), f64x2.mul(placed, rising)));

    const secondNew = f64x2.sub(v128.shuffle<f64>(a, b, 1, 3), anchor);
    const secondOld = f64x2.sub(v128.shuffle<f64>(c, d, 1, 3), anchor);
    const secondStep = f64x2.sub(secondNew, secondOld);
    sum = f64x2.add(firstSum, secondStep);
    const secondMeans = f64x2.mul(f64x2.add(firstSum, sum), share);
    spread = f64x2.add(
      spread,
      f64x2.mul(secondStep, f64x2.sub(f64x2.add(secondNew, secondOld), secondMeans)),
    );
    placed = f64x2.add(placed, f64x2.sub(f64x2.mul(secondNew, length), sum));
    most = f64x2.pmax(most, f64x2.pmax(nearer, spread));
    least = f64x2.pmin(least, f64x2.pmin(nearer, spread));
    const second = f64x2.add(base, f64x2.add(f64x2.mul(sum, even), f64x2.mul(placed, rising)));

    v128.store(y, v128.shuffle<f64>(first, second, 0, 2));
    v128.store(y + apart, v128.shuffle<f64>(first, second, 1, 3));
    x += 16;
    y += 16;
  }
  const keeps = f64x2.ge(least, f64x2.mul(most, both(FALLS)));
  return i64x2.all_true(v128.and(keeps, f64x2.eq(spread, spread)));
}

/** The same arithmetic row by row, from sums that are there. */
function oneLane(sums: usize, settings: usize, rows: i32, period: i32, x: usize, y: usize): void {
  const share = 1 / <f64>period;
  let anchor = load<f64>(sums);
  let sum = load<f64>(sums, SUM);
  let placed = load<f64>(sums, PLACED);
  let spread = load<f64>(sums, SPREAD);
  let least = load<f64>(sums, LEAST);
  const end = rowOf(x, rows);
  while (x < end) {
    const newest = load<f64>(x) - anchor;
    const old = at(x, -period) - anchor;
    const step = newest - old;
    const next = sum + step;
    spread += step * (newest + old - (sum + next) * share);
    sum = next;
    placed += newest * <f64>period - sum;
    if (least < spread * FALL) least = spread * FALL;
    if (!(spread >= least && spread < Infinity)) {
      addUp(sums, period, x);
      anchor = load<f64>(sums);
      sum = load<f64>(sums, SUM);
      placed = load<f64>(sums, PLACED);
      spread = load<f64>(sums, SPREAD);
      least = load<f64>(sums, LEAST);
    }
    store<f64>(y, valueOf(settings, anchor, sum, placed));
    x += 8;
    y += 8;
  }
  store<f64>(sums, sum, SUM);
  store<f64>(sums, placed, PLACED);
  store<f64>(sums, spread, SPREAD);
  store<f64>(sums, least, LEAST);
}

/** One lane over all calls, its window added up anew after a share of its rows. */
function longLane(sums: usize, settings: usize, rows: i32, period: i32, x: usize, y: usize): void {
  const most = max(MOST_LANES, period >> 3);
  let age = <i32>load<f64>(sums, AGE);
  let i = 0;
  while (i < rows) {
    if (age == 0) addUp(sums, period, rowOf(x, i - 1));
    const taken = min(most - age, rows - i);
    oneLane(sums, settings, taken, period, rowOf(x, i), rowOf(y, i));
    i += taken;
    age = age + taken == most ? 0 : age + taken;
  }
  store<f64>(sums, <f64>age, AGE);
}
