import { both, fixed, fixedNumber } from './constant';
import { at, rowOf } from './rows';

// Variances and covariance of a window of pairs that moves on row by row, as sliding-variance.ts does it for one
// series: with `t = x - mean after + old - mean before` of either series, twice the sum of products about the means
// grows by `stepX * tY + stepY * tX`.

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
const HALF: usize = memory.data<f64>([0.5]);
/** Below this product of both sums of squares a correlation is 0: TA-Lib's zero test. */
const STILL: f64 = 1e-14;
const LEAST_PRODUCT: usize = memory.data<f64>([1e-14]);

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
  const lane = period <= 256 ? 256 : 1024;
  let left = rows;
  while (left > 0) {
    const isPair = left >= 2 * lane;
    const taken = isPair ? 2 * lane : min(left, lane);
    if (!isPair || !bothLanes<What>(sums, lane, period, x, y, first, second, joint)) {
      addUp(sums, period, x - 8, y - 8);
      oneLane<What>(sums, min(taken, lane), period, x, y, first, second, joint);
      if (isPair) {
        const ahead = (<usize>lane) << 3;
        addUp(sums, period, x + ahead - 8, y + ahead - 8);
        oneLane<What>(sums, lane, period, x + ahead, y + ahead, first + ahead, second + ahead, joint + ahead);
      }
    }
    const done = (<usize>taken) << 3;
    x += done;
    y += done;
    first += done;
    second += done;
    joint += done;
    left -= taken;
  }
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
  const spreadX = max<f64>(0, total(squaresX) - meanX * totalX);
  const spreadY = max<f64>(0, total(squaresY) - meanY * totalY);
  store<f64>(sums, spreadX, SPREAD);
  store<f64>(sums, spreadY, SPREAD + SECOND);
  store<f64>(sums, spreadX * FALL, LEAST);
  store<f64>(sums, spreadY * FALL, LEAST + 8);
  store<f64>(sums, 2 * (total(products) - meanX * totalY), JOINT);
}

function total(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** Answers whether surely no row of the two lanes wants its window added up anew. */
function bothLanes<What>(
  sums: usize,
  lane: i32,
  period: i32,
  x: usize,
  y: usize,
  first: usize,
  second: usize,
  joint: usize,
): bool {
  addUp(sums, period, x - 8, y - 8);
  addUp(sums + 8, period, rowOf(x, lane - 1), rowOf(y, lane - 1));
  const anchorX = v128.load(sums);
  const anchorY = v128.load(sums, SECOND);
  let meanX = v128.load(sums, MEAN);
  let meanY = v128.load(sums, MEAN + SECOND);
  let spreadX = v128.load(sums, SPREAD);
  let spreadY = v128.load(sums, SPREAD + SECOND);
  let product = v128.load(sums, JOINT);
  const share = fixedNumber(1 / <f64>period);
  const shares = fixed(share);
  const halfShares = fixed(0.5 * share);
  const half = both(HALF);
  const still = both(LEAST_PRODUCT);
  let mostX = spreadX;
  let mostY = spreadY;
  let leastX = spreadX;
  let leastY = spreadY;
  const apart = (<usize>lane) << 3;
  const back = (<usize>period) << 3;
  const end = x + apart;
  while (x < end) {
    const a = v128.load(x);
    const b = v128.load(x + apart);
    const c = v128.load(x - back);
    const d = v128.load(x + apart - back);
    const e = v128.load(y);
    const f = v128.load(y + apart);
    const g = v128.load(y - back);
    const h = v128.load(y + apart - back);

    let newX = v128.shuffle<f64>(a, b, 0, 2);
    let oldX = v128.shuffle<f64>(c, d, 0, 2);
    let newY = v128.shuffle<f64>(e, f, 0, 2);
    let oldY = v128.shuffle<f64>(g, h, 0, 2);
    let stepX = f64x2.sub(newX, oldX);
    let stepY = f64x2.sub(newY, oldY);
    let movedX = f64x2.add(meanX, f64x2.mul(stepX, shares));
    let movedY = f64x2.add(meanY, f64x2.mul(stepY, shares));
    newX = f64x2.add(f64x2.sub(newX, anchorX), f64x2.sub(oldX, anchorX));
    newY = f64x2.add(f64x2.sub(newY, anchorY), f64x2.sub(oldY, anchorY));
    let growthX = f64x2.sub(newX, f64x2.add(meanX, movedX));
    let growthY = f64x2.sub(newY, f64x2.add(meanY, movedY));
    spreadX = f64x2.add(spreadX, f64x2.mul(stepX, growthX));
    spreadY = f64x2.add(spreadY, f64x2.mul(stepY, growthY));
    product = f64x2.add(product, f64x2.add(f64x2.mul(stepX, growthY), f64x2.mul(stepY, growthX)));
    meanX = movedX;
    meanY = movedY;
    const evenX = spreadX;
    const evenY = spreadY;
    const evenProduct = product;

    newX = v128.shuffle<f64>(a, b, 1, 3);
    oldX = v128.shuffle<f64>(c, d, 1, 3);
    newY = v128.shuffle<f64>(e, f, 1, 3);
    oldY = v128.shuffle<f64>(g, h, 1, 3);
    stepX = f64x2.sub(newX, oldX);
    stepY = f64x2.sub(newY, oldY);
    movedX = f64x2.add(meanX, f64x2.mul(stepX, shares));
    movedY = f64x2.add(meanY, f64x2.mul(stepY, shares));
    newX = f64x2.add(f64x2.sub(newX, anchorX), f64x2.sub(oldX, anchorX));
    newY = f64x2.add(f64x2.sub(newY, anchorY), f64x2.sub(oldY, anchorY));
    growthX = f64x2.sub(newX, f64x2.add(meanX, movedX));
    growthY = f64x2.sub(newY, f64x2.add(meanY, movedY));
    spreadX = f64x2.add(spreadX, f64x2.mul(stepX, growthX));
    spreadY = f64x2.add(spreadY, f64x2.mul(stepY, growthY));
    product = f64x2.add(product, f64x2.add(f64x2.mul(stepX, growthY), f64x2.mul(stepY, growthX)));
    meanX = movedX;
    meanY = movedY;
    mostX = f64x2.pmax(mostX, f64x2.pmax(evenX, spreadX));
    leastX = f64x2.pmin(leastX, f64x2.pmin(evenX, spreadX));
    mostY = f64x2.pmax(mostY, f64x2.pmax(evenY, spreadY));
    leastY = f64x2.pmin(leastY, f64x2.pmin(evenY, spreadY));

    if (isSigned<What>()) {
      const evenScale = f64x2.mul(evenX, evenY);
      const oddScale = f64x2.mul(spreadX, spreadY);
      const even = v128.andnot(
        f64x2.div(f64x2.mul(evenProduct, half), f64x2.sqrt(evenScale)),
        f64x2.lt(evenScale, still),
      );
      const odd = v128.andnot(
        f64x2.div(f64x2.mul(product, half), f64x2.sqrt(oddScale)),
        f64x2.lt(oddScale, still),
      );
      v128.store(first, v128.shuffle<f64>(even, odd, 0, 2));
      v128.store(first + apart, v128.shuffle<f64>(even, odd, 1, 3));
    } else {
      v128.store(first, f64x2.mul(v128.shuffle<f64>(evenX, spreadX, 0, 2), shares));
      v128.store(first + apart, f64x2.mul(v128.shuffle<f64>(evenX, spreadX, 1, 3), shares));
      v128.store(second, f64x2.mul(v128.shuffle<f64>(evenY, spreadY, 0, 2), shares));
      v128.store(second + apart, f64x2.mul(v128.shuffle<f64>(evenY, spreadY, 1, 3), shares));
      v128.store(joint, f64x2.mul(v128.shuffle<f64>(evenProduct, product, 0, 2), halfShares));
      v128.store(joint + apart, f64x2.mul(v128.shuffle<f64>(evenProduct, product, 1, 3), halfShares));
      second += 16;
      joint += 16;
    }
    x += 16;
    y += 16;
    first += 16;
  }
  const fall = fixed(FALL);
  const keepsX = v128.and(f64x2.ge(leastX, f64x2.mul(mostX, fall)), f64x2.eq(spreadX, spreadX));
  const keepsY = v128.and(f64x2.ge(leastY, f64x2.mul(mostY, fall)), f64x2.eq(spreadY, spreadY));
  return i64x2.all_true(v128.and(keepsX, keepsY));
}

/** The same arithmetic row by row. */
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
  let anchorX = load<f64>(sums);
  let anchorY = load<f64>(sums, SECOND);
  let meanX = load<f64>(sums, MEAN);
  let meanY = load<f64>(sums, MEAN + SECOND);
  let spreadX = load<f64>(sums, SPREAD);
  let spreadY = load<f64>(sums, SPREAD + SECOND);
  let product = load<f64>(sums, JOINT);
  let leastX = load<f64>(sums, LEAST);
  let leastY = load<f64>(sums, LEAST + 8);
  for (let i = 0; i < rows; i++) {
    const stepX = at(x, i) - at(x, i - period);
    const stepY = at(y, i) - at(y, i - period);
    const movedX = meanX + stepX * share;
    const movedY = meanY + stepY * share;
    const growthX = at(x, i) - anchorX + (at(x, i - period) - anchorX) - (meanX + movedX);
    const growthY = at(y, i) - anchorY + (at(y, i - period) - anchorY) - (meanY + movedY);
    spreadX += stepX * growthX;
    spreadY += stepY * growthY;
    product += stepX * growthY + stepY * growthX;
    meanX = movedX;
    meanY = movedY;
    if (leastX < spreadX * FALL) leastX = spreadX * FALL;
    if (leastY < spreadY * FALL) leastY = spreadY * FALL;
    const isKept = spreadX >= leastX && spreadY >= leastY && spreadX + spreadY < Infinity;
    if (!isKept) {
      addUp(sums, period, rowOf(x, i), rowOf(y, i));
      anchorX = load<f64>(sums);
      anchorY = load<f64>(sums, SECOND);
      meanX = load<f64>(sums, MEAN);
      meanY = load<f64>(sums, MEAN + SECOND);
      spreadX = load<f64>(sums, SPREAD);
      spreadY = load<f64>(sums, SPREAD + SECOND);
      product = load<f64>(sums, JOINT);
      leastX = load<f64>(sums, LEAST);
      leastY = load<f64>(sums, LEAST + 8);
    }
    write<What>(spreadX, spreadY, product, share, rowOf(first, i), rowOf(second, i), rowOf(joint, i));
  }
  store<f64>(sums, meanX, MEAN);
  store<f64>(sums, meanY, MEAN + SECOND);
  store<f64>(sums, spreadX, SPREAD);
  store<f64>(sums, spreadY, SPREAD + SECOND);
  store<f64>(sums, product, JOINT);
  store<f64>(sums, leastX, LEAST);
  store<f64>(sums, leastY, LEAST + 8);
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

/** @param product  twice the sum of products about the means */
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
    store<f64>(first, scale < STILL ? 0 : (product * 0.5) / sqrt(scale));
  } else {
    store<f64>(first, spreadX * share);
    store<f64>(second, spreadY * share);
    store<f64>(joint, product * (0.5 * share));
  }
}
