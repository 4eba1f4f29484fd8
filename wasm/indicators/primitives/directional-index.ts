// `x` where a condition is not 0, elsewhere its last value there; 0 before the first.
//
// twin       src/indicators/primitives/directional-index.ts, whose `value` is held like this
// state      | last value
// precision  the twin's values

import { highTwice, shiftedUp } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const ZERO = f64x2.splat(0);

export function lastValid(state: usize, count: i32, x: usize, condition: usize, y: usize): void {
  const last = rowOf(y, count - 1);
  const end = rowOf(y, count);
  let held = v128.load_splat<f64>(state);
  while (y < end) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const first = f64x2.ne(v128.load(condition), ZERO);
    const second = f64x2.ne(v128.load(condition, 16), ZERO);
    // Values held within two rows, and where there are such.
    const low = v128.bitselect(a, v128.shuffle<f64>(a, a, 0, 0), first);
    const high = v128.bitselect(b, v128.shuffle<f64>(b, b, 0, 0), second);
    const early = v128.bitselect(low, held, v128.or(first, shiftedUp(first)));
    const late = v128.bitselect(high, highTwice(early), v128.or(second, shiftedUp(second)));
    v128.store(y, early);
    v128.store(y, late, 16);
    held = highTwice(late);
    x += 32;
    condition += 32;
    y += 32;
  }
  store<f64>(state, load<f64>(last));
}
