// Tangent: sine over cosine, both of the nearest node and a rest.
//
// twin       src/core/math/tan.ts
// state      none
// precision  rtol 1e-15 of the twin; next to zeros and poles that of an angle within 1e-29

import { at, rowOf } from '../../shared/rows';
import { quarterTurns } from './quarter-turns';
import { cosOfSmall, isLong, sinOfSmall, waves, Tangents } from './sin';

const REST: usize = memory.data(16, 16);

export function tangent(state: usize, count: i32, x: usize, y: usize): void {
  if (waves<Tangents>(count, x, y, 0)) return;
  for (let i = 0; i < count; i++) {
    const row = at(x, i);
    if (isLong(row)) store<f64>(rowOf(y, i), tan(row));
  }
}

/** The twin itself. */
function tan(x: f64): f64 {
  if (x == 0) return x;
  if (!isFinite(x)) return NaN;
  const quarter = quarterTurns(x, REST);
  const high = at(REST, 0);
  const low = at(REST, 1);
  const s = sinOfSmall(high, low);
  const c = cosOfSmall(high, low);
  return (quarter & 1) == 0 ? s / c : -c / s;
}
