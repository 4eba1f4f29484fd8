// Last brick of a Renko chart at each row, and the bricks that the row adds. The chart begins at the first row with a size
// that is a positive number.
//
// twin       src/indicators/structure/brick-chart.ts
// state      size, 0 until there is one, base, line, direction
// precision  the twin's bits; same bits for a prefix of the input

import { isOnLine, rounded } from '../../shared/price-grid';
import { at, rowOf } from '../../shared/rows';

const BASE: usize = 8;
const LINE: usize = 16;
const DIRECTION: usize = 24;
/** Share of a price within which a brick may have been completed; more than a line takes to both sides. */
const NEAR: f64 = 1e-11;

export function brickChart(
  state: usize,
  count: i32,
  x: usize,
  sizes: usize,
  opens: usize,
  closes: usize,
  directions: usize,
  bricks: usize,
): void {
  let size = load<f64>(state);
  let base = load<f64>(state, BASE);
  let line = load<f64>(state, LINE);
  let direction = load<f64>(state, DIRECTION);
  for (let i = 0; i < count; i++) {
    const price = at(x, i);
    let added: f64 = 0;
    if (size == 0) {
      const offered = at(sizes, i);
      base = price;
      if (offered > 0 && offered < Infinity) size = offered;
    } else {
      const top = direction < 0 ? line + 1 : line;
      const bottom = direction > 0 ? line - 1 : line;
      const near = NEAR * (abs(price) + abs(base));
      if (price + near >= base + (top + 1) * size || price - near <= base + (bottom - 1) * size) {
        const steps = (price - base) / size;
        const nearest = rounded(steps);
        const isOn = isOnLine(price, base, size, nearest);
        const rising = isOn ? nearest : floor(steps);
        const falling = isOn ? nearest : ceil(steps);
        if (rising > top) {
          added = rising - top;
          direction = 1;
          line = rising;
        } else if (falling < bottom) {
          added = bottom - falling;
          direction = -1;
          line = falling;
        }
      }
    }
    store<f64>(rowOf(opens, i), base + (line - direction) * size);
    store<f64>(rowOf(closes, i), base + line * size);
    store<f64>(rowOf(directions, i), direction);
    store<f64>(rowOf(bricks, i), added);
  }
  store<f64>(state, size);
  store<f64>(state, base, BASE);
  store<f64>(state, line, LINE);
  store<f64>(state, direction, DIRECTION);
}
