// The first row of one series and the later rows of another, which looks back and so has none there.
//
// twin       src/indicators/primitives/delay.ts, whose first rows have nothing to look back to
// state      | has begun
// precision  the rows as they are

import { rowOf } from '../../shared/rows';

export function firstThen(state: usize, count: i32, first: usize, then: usize, y: usize): void {
  memory.copy(y, then, (<usize>count) << 3);
  if (load<f64>(state) == 0) store<f64>(rowOf(y, 0), load<f64>(first));
  store<f64>(state, 1);
}
