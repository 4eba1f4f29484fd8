// Last confirmed turning point, the extreme since, the direction of the leg and the rows since the turn.
//
// twin       src/indicators/structure/zigzag.ts
// state      share | whether it has begun, direction, pivot, extreme, ages of both
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const HAS_BEGUN: usize = 8;
const DIRECTION: usize = 16;
const PIVOT: usize = 24;
const EXTREME: usize = 32;
const PIVOT_AGE: usize = 40;
const EXTREME_AGE: usize = 48;

export function zigzag(
  state: usize,
  count: i32,
  highs: usize,
  lows: usize,
  pivots: usize,
  extremes: usize,
  directions: usize,
  ages: usize,
): void {
  const share = load<f64>(state);
  if (load<f64>(state, HAS_BEGUN) == 0) {
    store<f64>(state, 1, HAS_BEGUN);
    store<f64>(state, Infinity, PIVOT);
    store<f64>(state, -Infinity, EXTREME);
  }
  let direction = load<f64>(state, DIRECTION);
  let pivot = load<f64>(state, PIVOT);
  let extreme = load<f64>(state, EXTREME);
  let pivotAge = load<f64>(state, PIVOT_AGE);
  let extremeAge = load<f64>(state, EXTREME_AGE);
  for (let i = 0; i < count; i++) {
    const high = at(highs, i);
    const low = at(lows, i);
    pivotAge += 1;
    extremeAge += 1;
    const isUp = direction > 0;
    if (direction == 0) {
      if (high >= pivot + share * abs(pivot)) {
        direction = 1;
        extreme = high;
        extremeAge = 0;
      } else if (low <= extreme - share * abs(extreme)) {
        direction = -1;
        pivot = extreme;
        pivotAge = extremeAge;
        extreme = low;
        extremeAge = 0;
      } else {
        if (low < pivot) {
          pivot = low;
          pivotAge = 0;
        }
        if (high > extreme) {
          extreme = high;
          extremeAge = 0;
        }
      }
    } else if (isUp ? high > extreme : low < extreme) {
      extreme = isUp ? high : low;
      extremeAge = 0;
    } else {
      const reach = share * abs(extreme);
      if (isUp ? low <= extreme - reach : high >= extreme + reach) {
        direction = -direction;
        pivot = extreme;
        pivotAge = extremeAge;
        extreme = isUp ? low : high;
        extremeAge = 0;
      }
    }
    store<f64>(rowOf(pivots, i), pivot);
    store<f64>(rowOf(extremes, i), extreme);
    store<f64>(rowOf(directions, i), direction);
    store<f64>(rowOf(ages, i), pivotAge);
  }
  store<f64>(state, direction, DIRECTION);
  store<f64>(state, pivot, PIVOT);
  store<f64>(state, extreme, EXTREME);
  store<f64>(state, pivotAge, PIVOT_AGE);
  store<f64>(state, extremeAge, EXTREME_AGE);
}
