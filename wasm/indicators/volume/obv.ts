// On-Balance Volume.
//
// twin       src/indicators/volume/obv.ts, whose docstring defines the result
// state      | has begun, sum so far
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { highTwice, shiftedUp } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

export function onBalanceVolume(state: usize, count: i32, x: usize, volume: usize, y: usize): void {
  if (load<f64>(state) == 0) {
    store<f64>(state, 1);
    store<f64>(state, load<f64>(volume), 8);
    store<f64>(y, load<f64>(volume));
    x += 8;
    volume += 8;
    y += 8;
    count--;
  }
  if (count <= 0) return;
  const last = rowOf(y, count - 1);
  const end = rowOf(y, count);
  let carry = v128.load64_splat(state + 8);
  while (y < end) {
    const a = signed(x, volume);
    const b = signed(x + 16, volume + 16);
    const low = f64x2.add(a, shiftedUp(a));
    const high = f64x2.add(f64x2.add(b, shiftedUp(b)), highTwice(low));
    v128.store(y, f64x2.add(carry, low));
    carry = f64x2.add(carry, high);
    v128.store(y, carry, 16);
    carry = highTwice(carry);
    x += 32;
    volume += 32;
    y += 32;
  }
  store<f64>(state, load<f64>(last), 8);
}

/** Two rows of volume, positive where x rose, negative where it fell, 0 where it stayed. */
function signed(x: usize, volume: usize): v128 {
  const now = v128.load(x);
  const before = v128.load(x - 8);
  const amount = v128.load(volume);
  const rises = v128.and(amount, f64x2.gt(now, before));
  return f64x2.sub(rises, v128.and(amount, f64x2.lt(now, before)));
}
