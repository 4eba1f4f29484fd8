import { both, fixed } from './constant';

// Spread of windows of five rows, two windows a vector, by adding squares only: of the newest pair and the pair before it,
// of the distance of the two pairs, and of the distance of these four from the oldest row. All start from distances
// of rows, so that neither the level of the series nor a row that has left costs digits.
//
// 20 M = 10 (d01^2 + d23^2) + 5 e^2 + f^2, with M the sum of squares about the mean, d01 and d23 the distances inside the
// pairs, e that of the pairs' sums, f that of the sum of four from four times the oldest row.

const TWO: usize = memory.data<f64>([2]);
const FIVE: usize = memory.data<f64>([5]);
const TEN: usize = memory.data<f64>([10]);
const FIFTH: usize = memory.data<f64>([0.2]);
const TENTH: usize = memory.data<f64>([0.1]);
const TWENTIETH: usize = memory.data<f64>([0.05]);
const HUNDREDTH: usize = memory.data<f64>([0.01]);

/** What `momentsOfFive` writes, as types: each has code of its own. */
export type MeanAndVariance = u32;
export type Variance = u64;
export type Deviation = i32;
export type Bands = i64;

/** Whether roots of variances are asked for. */
function isRoot<What>(): bool {
  return isSigned<What>();
}

/**
 * Five rows before `x` are readable.
 *
 * @param mean    not written for `Variance` and `Deviation`; above it are `Bands`
 * @param spread  variance, deviation as `rootOf` takes it, or the lower band
 * @param upper   the upper band; `factor` is of the lower one then
 */
export function momentsOfFive<What>(
  count: i32,
  x: usize,
  mean: usize,
  spread: usize,
  least: f64,
  factor: f64,
  upper: usize,
  upperFactor: f64,
): void {
  const end = x + ((<usize>count) << 3);
  const leasts = fixed(least);
  const factors = fixed(factor);
  const upperFactors = fixed(upperFactor);
  const two = both(TWO);
  const fifth = both(FIFTH);
  const tenth = both(TENTH);
  const twentieth = both(TWENTIETH);
  const hundredth = both(HUNDREDTH);
  let oldest = v128.load(x - 32);
  let third = v128.load(x - 16);
  let earlier = f64x2.sub(oldest, v128.load(x - 40));
  let inside = f64x2.sub(third, v128.load(x - 24));
  let square = f64x2.mul(inside, inside);
  let across = f64x2.sub(third, oldest);
  while (x < end) {
    const newest = v128.load(x);
    const insideNow = f64x2.sub(newest, v128.load(x - 8));
    const squareNow = f64x2.mul(insideNow, insideNow);
    const acrossNow = f64x2.sub(newest, third);
    const pairs = f64x2.add(acrossNow, between(across, acrossNow));
    const older = f64x2.add(across, between(earlier, inside));
    const fours = f64x2.add(pairs, f64x2.mul(older, two));
    const variance = f64x2.add(
      f64x2.add(
        f64x2.mul(f64x2.add(squareNow, square), tenth),
        f64x2.mul(f64x2.mul(pairs, pairs), twentieth),
      ),
      f64x2.mul(f64x2.mul(fours, fours), hundredth),
    );
    if (sizeof<What>() == 8 && !isRoot<What>()) v128.store(spread, variance);
    else if (sizeof<What>() == 4 && isRoot<What>()) v128.store(spread, rootOf(variance, leasts, factors));
    else {
      const middle = f64x2.add(oldest, f64x2.mul(fours, fifth));
      v128.store(mean, middle);
      mean += 16;
      if (isRoot<What>()) {
        const deviation = v128.andnot(f64x2.sqrt(variance), f64x2.lt(variance, leasts));
        v128.store(upper, f64x2.add(middle, f64x2.mul(deviation, upperFactors)));
        v128.store(spread, f64x2.sub(middle, f64x2.mul(deviation, factors)));
        upper += 16;
      } else v128.store(spread, variance);
    }
    earlier = inside;
    inside = insideNow;
    square = squareNow;
    across = acrossNow;
    oldest = third;
    third = newest;
    x += 16;
    spread += 16;
  }
}

/** Roots of variances times a factor; 0 below the least variance. */
export function rootOf(variance: v128, least: v128, factor: v128): v128 {
  return v128.andnot(f64x2.mul(f64x2.sqrt(variance), factor), f64x2.lt(variance, least));
}

/** Writes the slopes of `y` on `x`, 0 where 20 times the sum of squares of `x` is below `least`. */
export function slopeOfFive(count: i32, x: usize, y: usize, least: f64, slope: usize): void {
  const end = x + ((<usize>count) << 3);
  const leasts = fixed(least);
  const two = both(TWO);
  const five = both(FIVE);
  const ten = both(TEN);
  let thirdX = v128.load(x - 16);
  let thirdY = v128.load(y - 16);
  let earlierX = f64x2.sub(v128.load(x - 32), v128.load(x - 40));
  let earlierY = f64x2.sub(v128.load(y - 32), v128.load(y - 40));
  let insideX = f64x2.sub(thirdX, v128.load(x - 24));
  let insideY = f64x2.sub(thirdY, v128.load(y - 24));
  let acrossX = f64x2.sub(thirdX, v128.load(x - 32));
  let acrossY = f64x2.sub(thirdY, v128.load(y - 32));
  let square = f64x2.mul(insideX, insideX);
  let product = f64x2.mul(insideX, insideY);
  while (x < end) {
    const newestX = v128.load(x);
    const insideNowX = f64x2.sub(newestX, v128.load(x - 8));
    const acrossNowX = f64x2.sub(newestX, thirdX);
    const pairsX = f64x2.add(acrossNowX, between(acrossX, acrossNowX));
    const olderX = f64x2.add(acrossX, between(earlierX, insideX));
    const foursX = f64x2.add(pairsX, f64x2.mul(olderX, two));
    const newestY = v128.load(y);
    const insideNowY = f64x2.sub(newestY, v128.load(y - 8));
    const acrossNowY = f64x2.sub(newestY, thirdY);
    const pairsY = f64x2.add(acrossNowY, between(acrossY, acrossNowY));
    const olderY = f64x2.add(acrossY, between(earlierY, insideY));
    const foursY = f64x2.add(pairsY, f64x2.mul(olderY, two));
    const squareNow = f64x2.mul(insideNowX, insideNowX);
    const productNow = f64x2.mul(insideNowX, insideNowY);
    const scaledX = f64x2.mul(pairsX, five);
    const spread = f64x2.add(
      f64x2.add(f64x2.mul(f64x2.add(squareNow, square), ten), f64x2.mul(scaledX, pairsX)),
      f64x2.mul(foursX, foursX),
    );
    const joint = f64x2.add(
      f64x2.add(f64x2.mul(f64x2.add(productNow, product), ten), f64x2.mul(scaledX, pairsY)),
      f64x2.mul(foursX, foursY),
    );
    v128.store(slope, v128.andnot(f64x2.div(joint, spread), f64x2.lt(spread, leasts)));
    earlierX = insideX;
    earlierY = insideY;
    insideX = insideNowX;
    insideY = insideNowY;
    acrossX = acrossNowX;
    acrossY = acrossNowY;
    thirdX = newestX;
    thirdY = newestY;
    square = squareNow;
    product = productNow;
    x += 16;
    y += 16;
    slope += 16;
  }
}

/** The second number of the one, then the first of the other. */
function between(before: v128, after: v128): v128 {
  return v128.shuffle<f64>(before, after, 1, 2);
}
