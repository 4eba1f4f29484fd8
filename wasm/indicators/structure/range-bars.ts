// Open, high and low of the forming bar of a chart whose bars all have the same height, and the bars that a row completes.
//
// twin       src/indicators/structure/range-bars.ts
// state      size | whether it has begun, open, high, low
// precision  the twin's bits; same bits for a prefix of the input

import { isOnLine, rounded } from '../../shared/price-grid';
import { at, rowOf } from '../../shared/rows';

const HAS_BEGUN: usize = 8;
const OPEN: usize = 16;
const HIGH: usize = 24;
const LOW: usize = 32;

export function rangeBars(
  state: usize,
  count: i32,
  x: usize,
  opens: usize,
  highs: usize,
  lows: usize,
  completed: usize,
): void {
  const size = load<f64>(state);
  if (count > 0 && load<f64>(state, HAS_BEGUN) == 0) {
    store<f64>(state, 1, HAS_BEGUN);
    store<f64>(state, load<f64>(x), OPEN);
    store<f64>(state, load<f64>(x), HIGH);
    store<f64>(state, load<f64>(x), LOW);
  }
  let open = load<f64>(state, OPEN);
  let high = load<f64>(state, HIGH);
  let low = load<f64>(state, LOW);
  for (let i = 0; i < count; i++) {
    const price = at(x, i);
    let bars: f64 = 0;
    if (price > high) {
      bars = lines(price, low, size, true);
      if (bars > 0) {
        open = low + bars * size;
        low = min<f64>(open, price);
        high = max<f64>(open, price);
      } else {
        bars = 0;
        high = price;
      }
    } else if (price < low) {
      bars = -lines(price, high, size, false);
      if (bars > 0) {
        open = high - bars * size;
        low = min<f64>(open, price);
        high = max<f64>(open, price);
      } else {
        bars = 0;
        low = price;
      }
    }
    store<f64>(rowOf(opens, i), open);
    store<f64>(rowOf(highs, i), high);
    store<f64>(rowOf(lows, i), low);
    store<f64>(rowOf(completed, i), bars);
  }
  store<f64>(state, open, OPEN);
  store<f64>(state, high, HIGH);
  store<f64>(state, low, LOW);
}

/** Number of the line that a price has reached, from below or from above. */
function lines(price: f64, base: f64, size: f64, isFromBelow: bool): f64 {
  const steps = (price - base) / size;
  const nearest = rounded(steps);
  if (isOnLine(price, base, size, nearest)) return nearest;
  return isFromBelow ? floor(steps) : ceil(steps);
}
