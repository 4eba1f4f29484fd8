// Open of a Heikin-Ashi bar: the middle of the body before; of the first bar the middle of its own body.
//
// twin       src/indicators/structure/heikin-ashi.ts
// state      whether it has begun, open and close of the bar before
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const OPEN: usize = 8;
const CLOSE: usize = 16;

/** @param means  closes of the Heikin-Ashi bars */
export function bodyMiddle(
  state: usize,
  count: i32,
  opens: usize,
  closes: usize,
  means: usize,
  y: usize,
): void {
  if (count > 0 && load<f64>(state) == 0) {
    store<f64>(state, 1);
    store<f64>(state, load<f64>(opens), OPEN);
    store<f64>(state, load<f64>(closes), CLOSE);
  }
  let open = load<f64>(state, OPEN);
  let close = load<f64>(state, CLOSE);
  for (let i = 0; i < count; i++) {
    open = (open + close) * 0.5;
    close = at(means, i);
    store<f64>(rowOf(y, i), open);
  }
  store<f64>(state, open, OPEN);
  store<f64>(state, close, CLOSE);
}
