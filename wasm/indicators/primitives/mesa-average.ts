// Ehlers' adaptive average MAMA, and FAMA that follows it.
//
// twin       src/indicators/primitives/mesa-average.ts
// state      fast limit, slow limit | phase of the last row, the averages
// precision  rtol 1e-14 of the twin, given the same phases

import { fixed } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

const PHASE: usize = 16;
const AVERAGES: usize = 24;

/** The phase is in degrees. */
export function mesaAverage(
  state: usize,
  count: i32,
  x: usize,
  phase: usize,
  mama: usize,
  fama: usize,
): void {
  weigh(state, count, phase, mama);
  let fast = load<f64>(state, AVERAGES);
  let slow = load<f64>(state, AVERAGES + 8);
  const end = rowOf(mama, count);
  while (mama < end) {
    const weight = load<f64>(mama);
    fast = weight * load<f64>(x) + (1 - weight) * fast;
    slow = 0.5 * weight * fast + (1 - 0.5 * weight) * slow;
    store<f64>(mama, fast);
    store<f64>(fama, slow);
    x += 8;
    mama += 8;
    fama += 8;
  }
  store<f64>(state, fast, AVERAGES);
  store<f64>(state, slow, AVERAGES + 8);
}

/** Weights of new rows: the fast limit over the degrees that the phase fell by, at least the slow limit. */
function weigh(state: usize, count: i32, phase: usize, weights: usize): void {
  const most = v128.load_splat<f64>(state);
  const least = v128.load_splat<f64>(state, 8);
  const one = fixed(1);
  const end = rowOf(weights, count);
  const last = load<f64>(rowOf(phase, count - 1));
  let before = v128.load_splat<f64>(state, PHASE);
  while (weights < end) {
    const phases = v128.load(phase);
    const turn = f64x2.sub(v128.shuffle<f64>(before, phases, 1, 2), phases);
    const share = f64x2.pmax(f64x2.div(most, turn), least);
    v128.store(weights, v128.bitselect(most, share, f64x2.le(turn, one)));
    before = phases;
    phase += 16;
    weights += 16;
  }
  store<f64>(state, last, PHASE);
}
