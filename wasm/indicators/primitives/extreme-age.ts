// Rows of the extreme of the last `period` rows, whose values are known.
//
// An extreme's row is told until it leaves the window or a later row equals or beats it; only then the window is looked
// through, from its oldest row on. With `keeps` the search ends at the oldest of equals, and as it never goes back
// behind a row that it has found, it costs O(1) a row on average; without, it goes on to the latest of equals.
//
// twin       src/indicators/primitives/extreme-age.ts, src/indicators/primitives/window-extreme.ts
// state      period, keeps, origin, ages | rows taken, row of the extreme. With `ages` rows are counted back from the
//            present one, else from `origin`
// precision  the twin's rows

import { at, rowOf } from '../../shared/rows';

const KEEPS: usize = 8;
const ORIGIN: usize = 16;
const AGES: usize = 24;
const TAKEN: usize = 32;
const TOLD: usize = 40;

export function extremeRows(state: usize, count: i32, x: usize, extreme: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  const keeps = load<f64>(state, KEEPS) != 0;
  const origin = <i32>load<f64>(state, ORIGIN);
  const ages = load<f64>(state, AGES) != 0;
  const first = <i32>load<f64>(state, TAKEN);
  let told = <i32>load<f64>(state, TOLD);
  for (let i = 0; i < count; i++) {
    const row = first + i;
    if (row < period - 1) continue;
    const best = at(extreme, i);
    const isFirst = row == period - 1;
    if (isFirst || told <= row - period) told = row - distance(rowOf(x, i), best, period, keeps);
    else if (at(x, i) == best) told = row;
    store<f64>(rowOf(y, i), <f64>(ages ? row - told : told + origin));
  }
  store<f64>(state, <f64>(first + count), TAKEN);
  store<f64>(state, <f64>told, TOLD);
}

/** Rows back from the present one to the extreme. */
function distance(x: usize, best: f64, period: i32, keeps: bool): i32 {
  let back = period - 1;
  if (keeps) {
    while (load<f64>(x - ((<usize>back) << 3)) != best) back--;
    return back;
  }
  back = 0;
  while (load<f64>(x - ((<usize>back) << 3)) != best) back++;
  return back;
}
