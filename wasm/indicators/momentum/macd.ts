// Moving Average Convergence/Divergence.
//
// twin       src/indicators/momentum/macd.ts, whose docstring defines the result
// in         real f64[length], fast <= slow (ordered by the host), signal >= 1
// out        line, signal, histogram f64[length]; scratch f64[16]
// precision  rtol 1e-12 of the twin's averages; same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { at, fillWarmUp, firstNumber, meanOf, rowOf } from '../../shared/rows';

const GROUP = 4;
const GROUP_BYTES: usize = 32;

let fastCarry: v128 = f64x2.splat(0);
let slowCarry: v128 = f64x2.splat(0);
let signalCarry: v128 = f64x2.splat(0);

export function macd(
  real: usize,
  length: i32,
  fast: i32,
  slow: i32,
  signal: i32,
  line: usize,
  average: usize,
  histogram: usize,
  scratch: usize,
): void {
  const seed = firstNumber(real, length) + slow - 1;
  const first = seed + signal - 1;
  fillWarmUp(line, first, length);
  fillWarmUp(average, first, length);
  fillWarmUp(histogram, first, length);
  if (first >= length) return;
  seedAverages(real, seed, fast, slow, signal);
  const firstLine = f64x2.sub(fastCarry, slowCarry);
  store<f64>(rowOf(line, first), f64x2.extract_lane(firstLine, 1));
  store<f64>(rowOf(average, first), f64x2.extract_lane(signalCarry, 1));
  store<f64>(rowOf(histogram, first), f64x2.extract_lane(f64x2.sub(firstLine, signalCarry), 1));

  const from = first + 1;
  const rows = length - from;
  const whole = rows & ~(GROUP - 1);
  filterRows(
    rowOf(real, from),
    whole,
    fast,
    slow,
    signal,
    rowOf(line, from),
    rowOf(average, from),
    rowOf(histogram, from),
  );
  const rest = rows - whole;
  if (rest == 0) return;
  const last = from + whole;
  memory.fill(scratch, 0, GROUP_BYTES);
  memory.copy(scratch, rowOf(real, last), rest << 3);
  const lines = scratch + GROUP_BYTES;
  filterRows(scratch, GROUP, fast, slow, signal, lines, lines + GROUP_BYTES, lines + 2 * GROUP_BYTES);
  memory.copy(rowOf(line, last), lines, rest << 3);
  memory.copy(rowOf(average, last), lines + GROUP_BYTES, rest << 3);
  memory.copy(rowOf(histogram, last), lines + 2 * GROUP_BYTES, rest << 3);
}

function weightOf(period: i32): f64 {
  return 2.0 / <f64>(period + 1);
}

/** The three averages on the first row that has all of them. */
function seedAverages(real: usize, seed: i32, fast: i32, slow: i32, signal: i32): void {
  let quick = meanOf(real, seed - fast + 1, fast);
  let steady = meanOf(real, seed - slow + 1, slow);
  let sum = quick - steady;
  for (let i = seed + 1; i < seed + signal; i++) {
    quick += weightOf(fast) * (at(real, i) - quick);
    steady += weightOf(slow) * (at(real, i) - steady);
    sum += quick - steady;
  }
  fastCarry = f64x2.splat(quick);
  slowCarry = f64x2.splat(steady);
  signalCarry = f64x2.splat(sum / <f64>signal);
}

function filterRows(
  real: usize,
  rows: i32,
  fast: i32,
  slow: i32,
  signal: i32,
  line: usize,
  average: usize,
  histogram: usize,
): void {
  const fastKeep = 1.0 - weightOf(fast);
  const slowKeep = 1.0 - weightOf(slow);
  const signalKeep = 1.0 - weightOf(signal);
  const fastScale = f64x2.splat(weightOf(fast));
  const slowScale = f64x2.splat(weightOf(slow));
  const signalScale = f64x2.splat(weightOf(signal));
  const end = rowOf(real, rows);
  let quick = fastCarry;
  let steady = slowCarry;
  let smooth = signalCarry;
  while (real < end) {
    const x = v128.load(real);
    const y = v128.load(real, 16);
    const lowQuick = alone(f64x2.mul(x, fastScale), step(fastKeep));
    const highQuick = continued(
      alone(f64x2.mul(y, fastScale), step(fastKeep)),
      lowQuick,
      reachFirst(fastKeep),
    );
    const lowSteady = alone(f64x2.mul(x, slowScale), step(slowKeep));
    const highSteady = continued(
      alone(f64x2.mul(y, slowScale), step(slowKeep)),
      lowSteady,
      reachFirst(slowKeep),
    );

    const lowLine = f64x2.sub(
      continued(lowQuick, quick, reachFirst(fastKeep)),
      continued(lowSteady, steady, reachFirst(slowKeep)),
    );
    quick = continued(highQuick, quick, reachSecond(fastKeep));
    steady = continued(highSteady, steady, reachSecond(slowKeep));
    const highLine = f64x2.sub(quick, steady);

    const lowSmooth = alone(f64x2.mul(lowLine, signalScale), step(signalKeep));
    const highSmooth = continued(
      alone(f64x2.mul(highLine, signalScale), step(signalKeep)),
      lowSmooth,
      reachFirst(signalKeep),
    );
    const lowSignal = continued(lowSmooth, smooth, reachFirst(signalKeep));
    smooth = continued(highSmooth, smooth, reachSecond(signalKeep));

    v128.store(line, lowLine);
    v128.store(line, highLine, 16);
    v128.store(average, lowSignal);
    v128.store(average, smooth, 16);
    v128.store(histogram, f64x2.sub(lowLine, lowSignal));
    v128.store(histogram, f64x2.sub(highLine, smooth), 16);
    real += GROUP_BYTES;
    line += GROUP_BYTES;
    average += GROUP_BYTES;
    histogram += GROUP_BYTES;
  }
  fastCarry = quick;
  slowCarry = steady;
  signalCarry = smooth;
}
