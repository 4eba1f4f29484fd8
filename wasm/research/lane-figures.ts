// Figures of two equity curves at once.
//
// twin       src/research/lane-figures.ts, which defines the result
// in         two curves f64[rows], one row or more; the stretches of their returns
// out        figures f64[FIGURES][2]; the returns are left in place of the curves
// precision  same bits as the twin: the same operations in the same order

import { rowOf } from '../shared/rows';

/** Figures of `laneFigures`, each of two trials; the blocks come last. */
const FINAL: usize = 0;
const DRAWDOWN: usize = 16;
const MEAN: usize = 32;
const DEVIATION: usize = 48;
const EARLY: usize = 64;
const LOWEST: usize = 96;
const PEAK: usize = 112;
const BLOCK_SUMS: usize = 128;
/** What a stretch of returns ends. */
const ENDS_BLOCK = 1;
const ENDS_EARLY = 2;

/**
 * Figures of two equity curves. Their returns are left in place of the curves.
 *
 * @param one, other  f64[rows], one row or more
 * @param stretches   u32[][2]: the return that a stretch ends before, and what it ends
 */
export function laneFigures(
  one: usize,
  other: usize,
  rows: i32,
  capital: f64,
  stretches: usize,
  stretchCount: i32,
  out: usize,
): void {
  let before = pairAt(one, other);
  let peak = f64x2.pmax(f64x2.splat(capital), before);
  let deepest = fallFrom(before, peak, f64x2.splat(0));
  let keep = keepOf(deepest);
  let bottom = before;
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let blockSum = f64x2.splat(0);
  let blockSquares = f64x2.splat(0);
  let block = out + BLOCK_SUMS;
  let at = one;
  const apart = other - one;
  for (let k = 0; k < stretchCount; k++) {
    const end = one + 8 * load<u32>(stretches + ((<usize>k) << 3));
    const ends = load<u32>(stretches + ((<usize>k) << 3), 4);
    for (; at < end; at += 8) {
      const value = pairAt(at + 8, at + apart + 8);
      if (i64x2.all_true(i64x2.eq(value, before))) {
        store<f64>(at, 0);
        store<f64>(at + apart, 0);
        continue;
      }
      const change = f64x2.sub(f64x2.div(value, before), f64x2.splat(1));
      const square = f64x2.mul(change, change);
      sum = f64x2.add(sum, change);
      squares = f64x2.add(squares, square);
      blockSum = f64x2.add(blockSum, change);
      blockSquares = f64x2.add(blockSquares, square);
      v128.store64_lane(at, change, 0);
      v128.store64_lane(at + apart, change, 1);
      peak = f64x2.pmax(peak, value);
      bottom = f64x2.pmin(bottom, value);
      if (v128.any_true(f64x2.lt(value, f64x2.mul(peak, keep)))) {
        deepest = fallFrom(value, peak, deepest);
        keep = keepOf(deepest);
      }
      before = value;
    }
    if ((ends & ENDS_EARLY) != 0) {
      v128.store(out, sum, EARLY);
      v128.store(out, squares, EARLY + 16);
    }
    if ((ends & ENDS_BLOCK) != 0) {
      v128.store(block, blockSum);
      v128.store(block, blockSquares, 16);
      blockSum = blockSquares = f64x2.splat(0);
      block += 32;
    }
  }
  const mean = f64x2.div(sum, f64x2.splat(<f64>(rows - 1)));
  v128.store(out, before, FINAL);
  v128.store(out, deepest, DRAWDOWN);
  v128.store(out, mean, MEAN);
  v128.store(out, deviationOf(one, other, rows - 1, mean), DEVIATION);
  v128.store(out, bottom, LOWEST);
  v128.store(out, peak, PEAK);
}

function pairAt(one: usize, other: usize): v128 {
  return v128.load64_lane(other, v128.load64_zero(one), 1);
}

/** The deepest fall, with that of a value from the peak so far. */
function fallFrom(value: v128, peak: v128, deepest: v128): v128 {
  return f64x2.pmax(deepest, f64x2.sub(f64x2.splat(1), f64x2.div(value, peak)));
}

/** Share of the peak above which no value is a deeper fall, with room for rounding. */
function keepOf(deepest: v128): v128 {
  const left = f64x2.sub(f64x2.splat(1), deepest);
  const room = f64x2.add(f64x2.mul(left, f64x2.splat(1 + 1e-15)), f64x2.splat(1e-15));
  return f64x2.pmin(f64x2.splat(1), room);
}

/** Sample deviation of the returns of two trials. */
function deviationOf(one: usize, other: usize, count: i32, mean: v128): v128 {
  const apart = other - one;
  const end = rowOf(one, count);
  let squares = f64x2.splat(0);
  for (let at = one; at < end; at += 8) {
    const away = f64x2.sub(pairAt(at, at + apart), mean);
    squares = f64x2.add(squares, f64x2.mul(away, away));
  }
  if (count < 2) return f64x2.splat(NaN);
  return f64x2.sqrt(f64x2.div(squares, f64x2.splat(<f64>(count - 1))));
}
