// A level that trails a line at a distance: it follows the line while that stays on its side, and jumps to the other
// side where the line crosses it.
//
// twin       src/indicators/momentum/qqe.ts, whose `follow` it is
// state      | level
// precision  the twin's, as far as its inputs have it

import { rowOf } from '../../shared/rows';

/** The first row of the line has one before it. */
export function trailingLevel(state: usize, count: i32, line: usize, band: usize, y: usize): void {
  const end = rowOf(line, count);
  let level = load<f64>(state);
  let before = load<f64>(line - 8);
  while (line < end) {
    const now = load<f64>(line);
    const distance = load<f64>(band);
    const under = now - distance;
    const over = now + distance;
    const isAbove = now > level;
    const isBelow = now < level;
    const risen = select<f64>(max(level, under), under, before > level);
    const fallen = select<f64>(min(level, over), over, before < level);
    level = select<f64>(risen, select<f64>(fallen, level, isBelow), isAbove);
    store<f64>(y, level);
    before = now;
    line += 8;
    band += 8;
    y += 8;
  }
  store<f64>(state, level);
}
