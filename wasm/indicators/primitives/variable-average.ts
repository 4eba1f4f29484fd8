// Mean of the last rows, as many as a second series says for each row.
//
// It is the difference of two sums from the begin of a stretch of rows, which begins anew every `limit` rows, at
// least 64, so that the sums stay small.
//
// twin       src/indicators/primitives/variable-average.ts
// state      least period, limit | rows of the stretch so far, then sums up to each row:
//            of the stretch before, less its last one, and of the present one [2 stretch + 1]
// precision  rtol 1e-12 of the twin; same bits for a prefix of the input

import { rowOf } from '../../shared/rows';

const LEAST: usize = 0;
const LIMIT: usize = 8;
const PLACE: usize = 16;
const SUMS: usize = 24;
const SHORTEST_STRETCH = 64;

export function variableMean(state: usize, count: i32, x: usize, periods: usize, y: usize): void {
  const least = load<f64>(state, LEAST);
  const limit = load<f64>(state, LIMIT);
  const stretch = max(<i32>limit, SHORTEST_STRETCH);
  const zero = rowOf(state + SUMS, stretch);
  const last = rowOf(zero, stretch);
  const end = rowOf(y, count);
  let sums = rowOf(zero, <i32>load<f64>(state, PLACE));
  let sum = load<f64>(sums);
  while (y < end) {
    if (sums == last) {
      moveBack(zero, stretch);
      sums = zero;
      sum = 0;
    }
    sums += 8;
    sum += load<f64>(x);
    store<f64>(sums, sum);
    const period = min(max(trunc(load<f64>(periods)), least), limit);
    store<f64>(y, (sum - load<f64>(sums - ((<usize>(<i32>period)) << 3))) / period);
    x += 8;
    periods += 8;
    y += 8;
  }
  store<f64>(state, <f64>(<i32>((sums - zero) >> 3)), PLACE);
}

/** Makes the stretch the one before. */
function moveBack(zero: usize, stretch: i32): void {
  const total = load<f64>(rowOf(zero, stretch));
  for (let i = 0; i <= stretch; i++) {
    store<f64>(rowOf(zero, i - stretch), load<f64>(rowOf(zero, i)) - total);
  }
}
