// Sum of all rows so far, and of all money flow: volume weighted by where bars closed.
//
// twin       src/indicators/primitives/accumulation.ts
// state      | sum of the rows taken
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { flowOf } from '../../shared/flow';
import { highTwice, shiftedUp } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

export function accumulation(state: usize, count: i32, x: usize, y: usize): void {
  const last = rowOf(y, count - 1);
  const end = rowOf(y, count);
  let carry = v128.load64_splat(state);
  while (y < end) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    v128.store(y, f64x2.add(carry, low));
    carry = f64x2.add(carry, high);
    v128.store(y, carry, 16);
    carry = highTwice(carry);
    x += 32;
    y += 32;
  }
  store<f64>(state, load<f64>(last));
}

export function flowSum(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  volume: usize,
  y: usize,
): void {
  const last = rowOf(y, count - 1);
  const end = rowOf(y, count);
  let carry = v128.load64_splat(state);
  while (y < end) {
    const a = flowOf(high, low, close, volume);
    const b = flowOf(high + 16, low + 16, close + 16, volume + 16);
    const first = f64x2.add(a, shiftedUp(a));
    const second = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(first));
    v128.store(y, f64x2.add(carry, first));
    carry = f64x2.add(carry, second);
    v128.store(y, carry, 16);
    carry = highTwice(carry);
    high += 32;
    low += 32;
    close += 32;
    volume += 32;
    y += 32;
  }
  store<f64>(state, load<f64>(last));
}
