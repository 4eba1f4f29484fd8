// Mean of the last `period` rows, and slope of the least-squares line through them.
//
// twin       src/indicators/primitives/window-line.ts
// state      period | as wasm/shared/window-pair.ts says
// precision  rtol 1e-13 of the twin on the scale of the window's spread; same bits for a prefix of the input

import { windowPair } from '../../shared/window-pair';

export function windowLine(state: usize, count: i32, x: usize, mean: usize, slope: usize): void {
  windowPair(state, count, x, mean, slope, 0, 1);
}
