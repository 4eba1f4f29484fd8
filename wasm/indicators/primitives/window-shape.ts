// Mean and central moments, second to fourth, of the last `period` rows.
//
// twin       src/indicators/primitives/window-shape.ts
// state      period | place in the chunk, anchor, sums of the chunk so far [4], suffix sums of the chunk before
//            [4 * (period + 1)]; sums are of the powers of deviations, from the first on
// precision  the twin's bits; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { pair } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const PLACE: usize = 8;
const ANCHOR: usize = 16;
const PREFIX: usize = 24;
const SUFFIX: usize = 56;
const ENTRY: usize = 32;

export function windowShape(
  state: usize,
  count: i32,
  x: usize,
  mean: usize,
  variance: usize,
  third: usize,
  fourth: usize,
): void {
  const period = <i32>load<f64>(state);
  const length = fixed(<f64>period);
  let place = <i32>load<f64>(state, PLACE);
  let anchor = load<f64>(state, ANCHOR);
  let low = v128.load(state, PREFIX);
  let high = v128.load(state, PREFIX + 16);
  let suffix = state + SUFFIX + <usize>(place + 1) * ENTRY;
  for (let i = 0; i < count; i++) {
    const deviation = at(x, i) - anchor;
    const square = deviation * deviation;
    low = f64x2.add(low, pair(deviation, square));
    high = f64x2.add(high, f64x2.mul(f64x2.splat(square), pair(deviation, square)));
    place++;
    if (place == period) {
      const first = rowOf(x, i - period + 1);
      anchor = lastFinite(first, period);
      suffixSums(first, period, anchor, state + SUFFIX);
      place = 0;
      suffix = state + SUFFIX;
      low = f64x2.splat(0);
      high = low;
    }
    const lower = f64x2.div(f64x2.add(v128.load(suffix), low), length);
    const upper = f64x2.div(f64x2.add(v128.load(suffix, 16), high), length);
    const d = f64x2.extract_lane(lower, 0);
    const ofSquares = f64x2.extract_lane(lower, 1);
    const ofCubes = f64x2.extract_lane(upper, 0);
    const squareOfMean = d * d;
    store<f64>(rowOf(mean, i), anchor + d);
    store<f64>(rowOf(variance, i), ofSquares - squareOfMean);
    store<f64>(rowOf(third, i), ofCubes - 3 * d * ofSquares + 2 * squareOfMean * d);
    store<f64>(
      rowOf(fourth, i),
      f64x2.extract_lane(upper, 1) -
        4 * d * ofCubes +
        6 * squareOfMean * ofSquares -
        3 * squareOfMean * squareOfMean,
    );
    suffix += ENTRY;
  }
  store<f64>(state, <f64>place, PLACE);
  store<f64>(state, anchor, ANCHOR);
  v128.store(state, low, PREFIX);
  v128.store(state, high, PREFIX + 16);
}

function lastFinite(x: usize, rows: i32): f64 {
  for (let i = rows - 1; i >= 0; i--) if (isFinite(at(x, i))) return at(x, i);
  return 0;
}

/** Sums of rows `[i, rows)` in entry `i`. */
function suffixSums(x: usize, rows: i32, anchor: f64, suffix: usize): void {
  let low = f64x2.splat(0);
  let high = low;
  for (let i = rows - 1; i >= 0; i--) {
    const deviation = at(x, i) - anchor;
    const square = deviation * deviation;
    low = f64x2.add(low, pair(deviation, square));
    high = f64x2.add(high, f64x2.mul(f64x2.splat(square), pair(deviation, square)));
    const entry = suffix + <usize>i * ENTRY;
    v128.store(entry, low);
    v128.store(entry, high, 16);
  }
}
