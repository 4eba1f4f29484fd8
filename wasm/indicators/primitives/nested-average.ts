// Sum of the third to sixth of six exponential averages, each of the one before it, each times its factor.
//
// An average is taken without its weight, `z = keep * z + x`, so that it costs one multiplication and one addition a
// row; factors make up for it. Each waits for its own last value, so rows are taken in two halves side by side. The
// second half begins some rows early from a guess: by its first row nothing is left of the guess that a number could
// hold.
//
// twin       src/indicators/primitives/nested-average.ts
// state      keep, weight, rows of each first mean, rows that a half begins early (0: no halves), four factors |
//            averages that have begun, rows taken of the next one, the six averages, those of the other half, one
//            f64 that is written over
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const STAGES = 6;
const HALF = 1024;

const WEIGHT: usize = 8;
const SEED: usize = 16;
const EARLY: usize = 24;
const FACTORS: usize = 32;
const BEGUN: usize = 64;
const TAKEN: usize = 72;
const LEVELS: usize = 80;
const OTHERS: usize = 128;
const NOWHERE: usize = 176;

export function sixfoldAverage(state: usize, count: i32, x: usize, y: usize): void {
  const early = <i32>load<f64>(state, EARLY);
  let left = count;
  while (load<f64>(state, BEGUN) < STAGES && left > 0) {
    begin(state, load<f64>(x), y);
    x += 8;
    y += 8;
    left--;
  }
  while (left > 0) {
    const rows = min(left, early == 0 ? left : 2 * HALF);
    const second = early == 0 ? 0 : max(rows - HALF, 0);
    const first = rows - second;
    if (second > 0) guess(state, rowOf(x, HALF - early), early);
    both(state, x, y, second);
    follow(state + LEVELS, state, rowOf(x, second), rowOf(y, second), first - second, 8);
    if (second > 0) memory.copy(state + LEVELS, state + OTHERS, STAGES << 3);
    x = rowOf(x, rows);
    y = rowOf(y, rows);
    left -= rows;
  }
}

/** Takes a row while not all averages have begun. */
function begin(state: usize, x: f64, y: usize): void {
  const keep = load<f64>(state);
  const weight = load<f64>(state, WEIGHT);
  const seed = load<f64>(state, SEED);
  let stage = <i32>load<f64>(state, BEGUN);
  let value = x;
  for (let k = 0; k < stage; k++) {
    const level = rowOf(state + LEVELS, k);
    value = keep * load<f64>(level) + weight * value;
    store<f64>(level, value);
  }
  while (stage < STAGES) {
    const level = rowOf(state + LEVELS, stage);
    const taken = load<f64>(state, TAKEN) + 1;
    value += load<f64>(level);
    store<f64>(level, value);
    store<f64>(state, taken, TAKEN);
    if (taken < seed) break;
    value /= seed;
    store<f64>(level, value);
    store<f64>(state, 0, TAKEN);
    stage++;
  }
  store<f64>(state, <f64>stage, BEGUN);
  if (stage == STAGES) takeWeights(state + LEVELS, weight, state + FACTORS, y);
}

/** Goes over to averages without their weights, and writes the first sum. */
function takeWeights(levels: usize, weight: f64, factors: usize, y: usize): void {
  let scale: f64 = 1;
  for (let k = 0; k < STAGES; k++) {
    scale /= weight;
    store<f64>(rowOf(levels, k), load<f64>(rowOf(levels, k)) * scale);
  }
  let sum: f64 = 0;
  for (let k = 2; k < STAGES; k++) sum += load<f64>(rowOf(factors, k - 2)) * load<f64>(rowOf(levels, k));
  store<f64>(y, sum);
}

/** The other half's averages, from as if all rows before `x` were its first one. */
function guess(state: usize, x: usize, early: i32): void {
  const weight = load<f64>(state, WEIGHT);
  let level = load<f64>(x);
  for (let k = 0; k < STAGES; k++) {
    level /= weight;
    store<f64>(rowOf(state + OTHERS, k), level);
  }
  follow(state + OTHERS, state, x, state + NOWHERE, early, 0);
}

/** One row after the other; `stride` is how far `y` moves on. */
function follow(levels: usize, state: usize, x: usize, y: usize, rows: i32, stride: usize): void {
  const keep = load<f64>(state);
  const f3 = load<f64>(state, FACTORS);
  const f4 = load<f64>(state, FACTORS + 8);
  const f5 = load<f64>(state, FACTORS + 16);
  const f6 = load<f64>(state, FACTORS + 24);
  const end = rowOf(x, rows);
  let a = load<f64>(levels);
  let b = load<f64>(levels, 8);
  let c = load<f64>(levels, 16);
  let d = load<f64>(levels, 24);
  let e = load<f64>(levels, 32);
  let f = load<f64>(levels, 40);
  while (x < end) {
    a = keep * a + load<f64>(x);
    b = keep * b + a;
    c = keep * c + b;
    d = keep * d + c;
    e = keep * e + d;
    f = keep * f + e;
    store<f64>(y, f3 * c + f4 * d + (f5 * e + f6 * f));
    x += 8;
    y += stride;
  }
  store<f64>(levels, a);
  store<f64>(levels, b, 8);
  store<f64>(levels, c, 16);
  store<f64>(levels, d, 24);
  store<f64>(levels, e, 32);
  store<f64>(levels, f, 40);
}

/** The same for rows of both halves at once. */
function both(state: usize, x: usize, y: usize, rows: i32): void {
  const keep = v128.load_splat<f64>(state);
  const f3 = v128.load_splat<f64>(state, FACTORS);
  const f4 = v128.load_splat<f64>(state, FACTORS + 8);
  const f5 = v128.load_splat<f64>(state, FACTORS + 16);
  const f6 = v128.load_splat<f64>(state, FACTORS + 24);
  const end = rowOf(x, rows);
  let a = lanes(state, 0);
  let b = lanes(state, 8);
  let c = lanes(state, 16);
  let d = lanes(state, 24);
  let e = lanes(state, 32);
  let f = lanes(state, 40);
  while (x < end) {
    a = f64x2.add(f64x2.mul(keep, a), v128.load64_lane(x, v128.load64_zero(x), 1, HALF << 3));
    b = f64x2.add(f64x2.mul(keep, b), a);
    c = f64x2.add(f64x2.mul(keep, c), b);
    d = f64x2.add(f64x2.mul(keep, d), c);
    e = f64x2.add(f64x2.mul(keep, e), d);
    f = f64x2.add(f64x2.mul(keep, f), e);
    const sum = f64x2.add(
      f64x2.add(f64x2.mul(f3, c), f64x2.mul(f4, d)),
      f64x2.add(f64x2.mul(f5, e), f64x2.mul(f6, f)),
    );
    v128.store64_lane(y, sum, 0);
    v128.store64_lane(y, sum, 1, HALF << 3);
    x += 8;
    y += 8;
  }
  keepLanes(state, 0, a);
  keepLanes(state, 8, b);
  keepLanes(state, 16, c);
  keepLanes(state, 24, d);
  keepLanes(state, 32, e);
  keepLanes(state, 40, f);
}

function lanes(state: usize, at: usize): v128 {
  return pair(load<f64>(state + at, LEVELS), load<f64>(state + at, OTHERS));
}

function keepLanes(state: usize, at: usize, levels: v128): void {
  store<f64>(state + at, f64x2.extract_lane(levels, 0), LEVELS);
  store<f64>(state + at, f64x2.extract_lane(levels, 1), OTHERS);
}
