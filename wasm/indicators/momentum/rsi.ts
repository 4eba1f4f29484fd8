// Relative Strength Index (Wilder).
//
// twin       src/indicators/momentum/rsi.ts, whose docstring defines the result
// in         real f64[length], period >= 2
// out        value f64[length]; scratch f64[9]
// precision  rtol 1e-12 of the twin; same bits for a prefix of the input

import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { at, fillWarmUp, firstNumber, rowOf } from '../../shared/rows';

const GROUP = 4;
const NO_MOVEMENT: f64 = 1e-14;

let gainCarry: v128 = f64x2.splat(0);
let lossCarry: v128 = f64x2.splat(0);

export function rsi(real: usize, length: i32, period: i32, value: usize, scratch: usize): void {
  const begin = firstNumber(real, length);
  const seed = begin + period;
  fillWarmUp(value, seed, length);
  if (seed >= length) return;
  seedAverages(real, begin, period);
  store<f64>(rowOf(value, seed), f64x2.extract_lane(strength(gainCarry, lossCarry), 1));

  const rows = length - seed - 1;
  const whole = rows & ~(GROUP - 1);
  filterRows(rowOf(real, seed + 1), rowOf(value, seed + 1), whole, 1.0 / <f64>period);
  const rest = rows - whole;
  if (rest == 0) return;
  // The row before a group stands in front of it, so that its first change is known.
  const from = seed + 1 + whole;
  memory.fill(scratch, 0, (1 + GROUP) << 3);
  memory.copy(scratch, rowOf(real, from - 1), (1 + rest) << 3);
  filterRows(scratch + 8, scratch + ((1 + GROUP) << 3), GROUP, 1.0 / <f64>period);
  memory.copy(rowOf(value, from), scratch + ((1 + GROUP) << 3), rest << 3);
}

function seedAverages(real: usize, begin: i32, period: i32): void {
  let gain: f64 = 0;
  let loss: f64 = 0;
  for (let i = begin + 1; i <= begin + period; i++) {
    const change = at(real, i) - at(real, i - 1);
    gain += max(change, 0.0);
    loss += max(-change, 0.0);
  }
  gainCarry = f64x2.splat(gain / <f64>period);
  lossCarry = f64x2.splat(loss / <f64>period);
}

function filterRows(real: usize, value: usize, rows: i32, weight: f64): void {
  const keep = 1.0 - weight;
  const one = step(keep);
  const near = reachFirst(keep);
  const far = reachSecond(keep);
  // (|change| + change) / 2 is the gain, (|change| - change) / 2 the loss.
  const half = f64x2.splat(weight * 0.5);
  const end = rowOf(real, rows);
  let gain = gainCarry;
  let loss = lossCarry;
  while (real < end) {
    const lowChange = f64x2.mul(f64x2.sub(v128.load(real), v128.load(real - 8)), half);
    const highChange = f64x2.mul(f64x2.sub(v128.load(real, 16), v128.load(real, 8)), half);
    const lowSize = f64x2.abs(lowChange);
    const highSize = f64x2.abs(highChange);

    const lowGain = alone(f64x2.add(lowSize, lowChange), one);
    const highGain = continued(alone(f64x2.add(highSize, highChange), one), lowGain, near);
    const lowLoss = alone(f64x2.sub(lowSize, lowChange), one);
    const highLoss = continued(alone(f64x2.sub(highSize, highChange), one), lowLoss, near);

    v128.store(value, strength(continued(lowGain, gain, near), continued(lowLoss, loss, near)));
    gain = continued(highGain, gain, far);
    loss = continued(highLoss, loss, far);
    v128.store(value, strength(gain, loss), 16);
    real += GROUP << 3;
    value += GROUP << 3;
  }
  gainCarry = gain;
  lossCarry = loss;
}

function strength(gain: v128, loss: v128): v128 {
  const movement = f64x2.add(gain, loss);
  const isFlat = f64x2.lt(movement, f64x2.splat(NO_MOVEMENT));
  return v128.andnot(f64x2.div(f64x2.mul(gain, f64x2.splat(100)), movement), isFlat);
}
