import { fixed, fixedNumber } from './constant';
import { rowOf } from './rows';

// Variances and covariance of a window of pairs that moves on row by row, as sliding-variance.ts does it for one
// series: with `t = old - mean + step * (1 - 1 / period) / 2` of either series, half the sum of squares about the mean
// grows by `step * t`, and the sum of products by `stepX * tY + stepY * tX`.

/** What is asked for, as types: each has code of its own. */
export type Correlation = i64;
export type Moments = u64;

const MEAN: usize = 32;
const SPREAD: usize = 64;
const JOINT: usize = 96;
/** Sums of squares that call for sums added up anew. */
const LEAST: usize = 112;
/** Rows since they were added up, where one lane goes on from call to call. */
const AGE: usize = 128;
/** From the first series to the second one. */
const SECOND: usize = 16;

const FALL: f64 = 1 / 64;
/** The same for the upper halves of numbers, which are in their order; and the least such half that it can be taken off. */
const SIX_HALVINGS = 6 << 20;
const LEAST_SIZE = 7 << 20;
/** Below this product of both sums of squares a correlation is 0: TA-Lib's zero test. */
const STILL: f64 = 1e-14;
/** The same of both halves. */
const STILL_HALVES: f64 = STILL / 4;

/** Longest window of the shortest lanes. */
const SHORT = 64;
/** Longest window that is worth adding up at the begin of each lane. */
const MOST_LANES = 1024;

/**
 * Writes population variances and covariance; or, for `Correlation`, the correlation to the first output.
 *
 * @param sums  136 bytes, zeros before the first call
 * @param x     first of the rows; `period` rows are readable before it and hold a whole window; `y` alike
 */
export function slidingComoments<What>(
  sums: usize,
  rows: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): void {
  if (period > MOST_LANES) {
    longLane<What>(sums, rows, period, x, y, first, second, joint);
    return;
  }
  const lane = period <= SHORT ? 128 : period <= 256 ? 256 : 1024;
  const apart = (rows / (2 * lane)) * lane;
  const far = (<usize>apart) << 3;
  for (let row = 0; row < apart; row += lane) {
    const at = (<usize>row) << 3;
    if (bothLanes<What>(sums, lane, apart, period, x + at, y + at, first + at, second + at, joint + at))
      continue;
    wholeLane<What>(sums, lane, period, x, y, first, second, joint, at);
    wholeLane<What>(sums, lane, period, x, y, first, second, joint, at + far);
  }
  for (let row = 2 * apart; row < rows; row += lane) {
    wholeLane<What>(sums, min(rows - row, lane), period, x, y, first, second, joint, (<usize>row) << 3);
  }
}

/** A lane some bytes ahead, from sums of its own. */
function wholeLane<What>(
  sums: usize,
  rows: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
  at: usize,
): void {
  addUp(sums, period, x + at - 8, y + at - 8);
  oneLane<What>(sums, rows, period, x + at, y + at, first + at, second + at, joint + at);
}

/** Writes the first whole window, which ends at `x` and `y`. */
export function firstComoments<What>(
  sums: usize,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): void {
  addUp(sums, period, x, y);
  write<What>(
    load<f64>(sums, SPREAD),
    load<f64>(sums, SPREAD + SECOND),
    load<f64>(sums, JOINT),
    1 / <f64>period,
    first,
    second,
    joint,
  );
}

/** Sums of the window that ends at `x` and `y`, whose last rows are the anchors. */
function addUp(sums: usize, period: i32, x: usize, y: usize): void {
  const anchorX = load<f64>(x);
  const anchorY = load<f64>(y);
  const levelX = fixed(anchorX);
  const levelY = fixed(anchorY);
  const begin = (<usize>(period - 1)) << 3;
  const end = (<usize>(period & ~1)) << 3;
  let sumX = f64x2.splat(0);
  let sumY = sumX;
  let squaresX = sumX;
  let squaresY = sumX;
  let products = sumX;
  for (let row: usize = 0; row < end; row += 16) {
    const dx = f64x2.sub(v128.load(x - begin + row), levelX);
    const dy = f64x2.sub(v128.load(y - begin + row), levelY);
    sumX = f64x2.add(sumX, dx);
    sumY = f64x2.add(sumY, dy);
    squaresX = f64x2.add(squaresX, f64x2.mul(dx, dx));
    squaresY = f64x2.add(squaresY, f64x2.mul(dy, dy));
    products = f64x2.add(products, f64x2.mul(dx, dy));
  }
  const totalX = total(sumX);
  const totalY = total(sumY);
  const meanX = totalX / <f64>period;
  const meanY = totalY / <f64>period;
  store<f64>(sums, anchorX);
  store<f64>(sums, anchorY, SECOND);
  store<f64>(sums, meanX, MEAN);
  store<f64>(sums, meanY, MEAN + SECOND);
  const spreadX = max<f64>(0, total(squaresX) - meanX * totalX) * 0.5;
  const spreadY = max<f64>(0, total(squaresY) - meanY * totalY) * 0.5;
  store<f64>(sums, spreadX, SPREAD);
  store<f64>(sums, spreadY, SPREAD + SECOND);
  store<f64>(sums, spreadX * FALL, LEAST);
  store<f64>(sums, spreadY * FALL, LEAST + 8);
  store<f64>(sums, total(products) - meanX * totalY, JOINT);
}

function total(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** Answers whether surely no row of the two lanes wants its window added up anew. */
function bothLanes<What>(
  sums: usize,
  lane: i32,
  rowsApart: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): bool {
  addUp(sums, period, x - 8, y - 8);
  addUp(sums + 8, period, rowOf(x, rowsApart - 1), rowOf(y, rowsApart - 1));
  const anchorX = v128.load(sums);
  const anchorY = v128.load(sums, SECOND);
  let meanX = v128.load(sums, MEAN);
  let meanY = v128.load(sums, MEAN + SECOND);
  let spreadX = v128.load(sums, SPREAD);
  let spreadY = v128.load(sums, SPREAD + SECOND);
  let product = v128.load(sums, JOINT);
  const share = fixedNumber(1 / <f64>period);
  const shares = fixed(share);
  const twoShares = fixed(2 * share);
  const halfLeft = fixed(0.5 - 0.5 * share);
  const still = fixed(STILL_HALVES);
  let oldX: v128;
  let oldY: v128;
  let stepX: v128;
  let stepY: v128;
  let growthX: v128;
  let growthY: v128;
  let sizes = v128.shuffle<i32>(spreadX, spreadY, 1, 3, 5, 7);
  let most = sizes;
  let least = sizes;
  const apart = (<usize>rowsApart) << 3;
  const back = (<usize>period) << 3;
  const end = rowOf(x, lane);
  let farX = x + apart;
  let farY = y + apart;
  while (x < end) {
    stepX = v128.load64_lane(farX, v128.load64_zero(x), 1);
    oldX = v128.load64_lane(farX - back, v128.load64_zero(x - back), 1);
    stepY = v128.load64_lane(farY, v128.load64_zero(y), 1);
    oldY = v128.load64_lane(farY - back, v128.load64_zero(y - back), 1);
    stepX = f64x2.sub(stepX, oldX);
    stepY = f64x2.sub(stepY, oldY);
    growthX = f64x2.add(f64x2.sub(f64x2.sub(oldX, anchorX), meanX), f64x2.mul(stepX, halfLeft));
    growthY = f64x2.add(f64x2.sub(f64x2.sub(oldY, anchorY), meanY), f64x2.mul(stepY, halfLeft));
    spreadX = f64x2.add(spreadX, f64x2.mul(stepX, growthX));
    spreadY = f64x2.add(spreadY, f64x2.mul(stepY, growthY));
    product = f64x2.add(product, f64x2.add(f64x2.mul(stepX, growthY), f64x2.mul(stepY, growthX)));
    meanX = f64x2.add(meanX, f64x2.mul(stepX, shares));
    meanY = f64x2.add(meanY, f64x2.mul(stepY, shares));
    sizes = v128.shuffle<i32>(spreadX, spreadY, 1, 3, 5, 7);
    most = i32x4.max_s(most, sizes);
    least = i32x4.min_s(least, sizes);
    if (isSigned<What>()) {
      const scale = f64x2.mul(spreadX, spreadY);
      const root = f64x2.sqrt(scale);
      const value = v128.andnot(f64x2.div(product, f64x2.add(root, root)), f64x2.lt(scale, still));
      v128.store64_lane(first, value, 0);
      v128.store64_lane(first + apart, value, 1);
    } else {
      const varianceX = f64x2.mul(spreadX, twoShares);
      const varianceY = f64x2.mul(spreadY, twoShares);
      const covariance = f64x2.mul(product, shares);
      v128.store64_lane(first, varianceX, 0);
      v128.store64_lane(first + apart, varianceX, 1);
      v128.store64_lane(second, varianceY, 0);
      v128.store64_lane(second + apart, varianceY, 1);
      v128.store64_lane(joint, covariance, 0);
      v128.store64_lane(joint + apart, covariance, 1);
    }

    stepX = v128.load64_lane(farX, v128.load64_zero(x, 8), 1, 8);
    oldX = v128.load64_lane(farX - back, v128.load64_zero(x - back, 8), 1, 8);
    stepY = v128.load64_lane(farY, v128.load64_zero(y, 8), 1, 8);
    oldY = v128.load64_lane(farY - back, v128.load64_zero(y - back, 8), 1, 8);
    stepX = f64x2.sub(stepX, oldX);
    stepY = f64x2.sub(stepY, oldY);
    growthX = f64x2.add(f64x2.sub(f64x2.sub(oldX, anchorX), meanX), f64x2.mul(stepX, halfLeft));
    growthY = f64x2.add(f64x2.sub(f64x2.sub(oldY, anchorY), meanY), f64x2.mul(stepY, halfLeft));
    spreadX = f64x2.add(spreadX, f64x2.mul(stepX, growthX));
    spreadY = f64x2.add(spreadY, f64x2.mul(stepY, growthY));
    product = f64x2.add(product, f64x2.add(f64x2.mul(stepX, growthY), f64x2.mul(stepY, growthX)));
    meanX = f64x2.add(meanX, f64x2.mul(stepX, shares));
    meanY = f64x2.add(meanY, f64x2.mul(stepY, shares));
    sizes = v128.shuffle<i32>(spreadX, spreadY, 1, 3, 5, 7);
    most = i32x4.max_s(most, sizes);
    least = i32x4.min_s(least, sizes);
    if (isSigned<What>()) {
      const scale = f64x2.mul(spreadX, spreadY);
      const root = f64x2.sqrt(scale);
      const value = v128.andnot(f64x2.div(product, f64x2.add(root, root)), f64x2.lt(scale, still));
      v128.store64_lane(first, value, 0, 8);
      v128.store64_lane(first + apart, value, 1, 8);
    } else {
      const varianceX = f64x2.mul(spreadX, twoShares);
      const varianceY = f64x2.mul(spreadY, twoShares);
      const covariance = f64x2.mul(product, shares);
      v128.store64_lane(first, varianceX, 0, 8);
      v128.store64_lane(first + apart, varianceX, 1, 8);
      v128.store64_lane(second, varianceY, 0, 8);
      v128.store64_lane(second + apart, varianceY, 1, 8);
      v128.store64_lane(joint, covariance, 0, 8);
      v128.store64_lane(joint + apart, covariance, 1, 8);
    }

    x += 16;
    y += 16;
    farX += 16;
    farY += 16;
    first += 16;
    if (!isSigned<What>()) {
      second += 16;
      joint += 16;
    }
  }
  const isLarge = i32x4.gt_s(most, i32x4.splat(LEAST_SIZE));
  return i32x4.all_true(v128.and(isLarge, i32x4.gt_s(least, i32x4.sub(most, i32x4.splat(SIX_HALVINGS)))));
}

/** The same arithmetic row by row, both series in a vector. */
function oneLane<What>(
  sums: usize,
  rows: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): void {
  const share = fixedNumber(1 / <f64>period);
  const shares = fixed(share);
  const halfLeft = fixed(0.5 - 0.5 * share);
  const fall = fixed(FALL);
  const endless = fixed(Infinity);
  const back = (<usize>period) << 3;
  const end = rowOf(x, rows);
  let anchor = pairAt(sums, sums + SECOND);
  let mean = pairAt(sums + MEAN, sums + MEAN + SECOND);
  let spread = pairAt(sums + SPREAD, sums + SPREAD + SECOND);
  let product = v128.load64_zero(sums + JOINT);
  let least = v128.load(sums, LEAST);
  while (x < end) {
    const old = pairAt(x - back, y - back);
    const step = f64x2.sub(pairAt(x, y), old);
    const growth = f64x2.add(f64x2.sub(f64x2.sub(old, anchor), mean), f64x2.mul(step, halfLeft));
    const parts = f64x2.mul(step, swapped(growth));
    spread = f64x2.add(spread, f64x2.mul(step, growth));
    product = f64x2.add(product, f64x2.add(parts, swapped(parts)));
    mean = f64x2.add(mean, f64x2.mul(step, shares));
    least = f64x2.pmax(least, f64x2.mul(spread, fall));
    if (!i64x2.all_true(v128.and(f64x2.ge(spread, least), f64x2.lt(spread, endless)))) {
      addUp(sums, period, x, y);
      anchor = pairAt(sums, sums + SECOND);
      mean = pairAt(sums + MEAN, sums + MEAN + SECOND);
      spread = pairAt(sums + SPREAD, sums + SPREAD + SECOND);
      product = v128.load64_zero(sums + JOINT);
      least = v128.load(sums, LEAST);
    }
    write<What>(
      f64x2.extract_lane(spread, 0),
      f64x2.extract_lane(spread, 1),
      f64x2.extract_lane(product, 0),
      share,
      first,
      second,
      joint,
    );
    x += 8;
    y += 8;
    first += 8;
    if (!isSigned<What>()) {
      second += 8;
      joint += 8;
    }
  }
  v128.store64_lane(sums + MEAN, mean, 0);
  v128.store64_lane(sums + MEAN + SECOND, mean, 1);
  v128.store64_lane(sums + SPREAD, spread, 0);
  v128.store64_lane(sums + SPREAD + SECOND, spread, 1);
  v128.store64_lane(sums + JOINT, product, 0);
  v128.store(sums, least, LEAST);
}

function pairAt(first: usize, second: usize): v128 {
  return v128.load64_lane(second, v128.load64_zero(first), 1);
}

function swapped(v: v128): v128 {
  return v128.shuffle<f64>(v, v, 1, 0);
}

/** One lane over all calls, its window added up anew after a share of its rows. */
function longLane<What>(
  sums: usize,
  rows: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): void {
  const most = max(1024, period >> 3);
  let age = <i32>load<f64>(sums, AGE);
  let i = 0;
  while (i < rows) {
    if (age == 0) addUp(sums, period, rowOf(x, i - 1), rowOf(y, i - 1));
    const taken = min(most - age, rows - i);
    oneLane<What>(
      sums,
      taken,
      period,
      rowOf(x, i),
      rowOf(y, i),
      rowOf(first, i),
      rowOf(second, i),
      rowOf(joint, i),
    );
    i += taken;
    age = age + taken == most ? 0 : age + taken;
  }
  store<f64>(sums, <f64>age, AGE);
}

/** @param spreadX  half the sum of squares about the mean */
function write<What>(
  spreadX: f64,
  spreadY: f64,
  product: f64,
  share: f64,
  first: usize,
  second: usize,
  joint: usize,
): void {
  if (isSigned<What>()) {
    const scale = spreadX * spreadY;
    const root = sqrt(scale);
    store<f64>(first, scale < STILL_HALVES ? 0 : product / (root + root));
  } else {
    store<f64>(first, spreadX * (2 * share));
    store<f64>(second, spreadY * (2 * share));
    store<f64>(joint, product * share);
  }
}
