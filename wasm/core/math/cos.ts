// Cosine.
//
// twin       src/core/math/cos.ts
// state      none
// precision  rtol 1e-15 of the twin; next to zeros and poles that of an angle within 1e-29

import { at, rowOf } from '../../shared/rows';
import { quarterTurns } from './quarter-turns';
import { cosOfSmall, isLong, QUARTER, sinOfSmall, waves, Sines } from './sin';

const REST: usize = memory.data(16, 16);

export function cosine(state: usize, count: i32, x: usize, y: usize): void {
  if (waves<Sines>(count, x, y, QUARTER)) return;
  for (let i = 0; i < count; i++) {
    const row = at(x, i);
    if (isLong(row)) store<f64>(rowOf(y, i), cos(row));
  }
}

/** The twin itself. */
export function cos(x: f64): f64 {
  if (!isFinite(x)) return NaN;
  const quarter = quarterTurns(x, REST);
  const high = at(REST, 0);
  const low = at(REST, 1);
  const value = (quarter & 1) == 0 ? cosOfSmall(high, low) : sinOfSmall(high, low);
  return quarter == 0 || quarter == 3 ? value : -value;
}
