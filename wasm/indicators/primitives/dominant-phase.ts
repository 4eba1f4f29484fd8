// Phase of the dominant cycle: that of the Fourier transform of the last cycle at its own frequency.
//
// Sums are added up as the twin does, so that on flat rows, where they are but rounding, both agree.
//
// twin       src/indicators/primitives/dominant-phase.ts
// state      | phase of the last row, imaginary parts of a chunk of rows
// precision  1e-13 of 360 of the twin

import { arcTangent } from '../../core/math/atan';
import { cos } from '../../core/math/cos';
import { sin } from '../../core/math/sin';
import { at, rowOf } from '../../shared/rows';

const PHASE: usize = 0;
const IMAGINARY: usize = 8;
const CHUNK = 256;

const DEGREES: f64 = 180 / Math.PI;
const TURN: f64 = 2 * Math.PI;
const LONGEST_CYCLE = 50;
/** Sine and cosine of every part of cycles of 1 to 50 rows; that of n rows begins at `n (n - 1) / 2`. */
const WAVES: usize = memory.data(20400, 16);
let isFilled = false;

export function dominantPhase(state: usize, count: i32, smoothed: usize, cycle: usize, phase: usize): void {
  if (!isFilled) fill();
  for (let from = 0; from < count; from += CHUNK) {
    const rows = min(CHUNK, count - from);
    const to = rowOf(phase, from);
    const lengths = rowOf(cycle, from);
    transform(rows, rowOf(smoothed, from), lengths, to, state + IMAGINARY);
    // What `transform` leaves where a phase is to be: the quotient, whose angle is asked for.
    arcTangent(state, rows, to, to);
    finish(state, rows, lengths, to);
  }
}

/** Quotients of the real by the imaginary parts, and the latter; the real ones where the latter are 0. */
function transform(rows: i32, smoothed: usize, cycle: usize, quotients: usize, imaginaries: usize): void {
  for (let i = 0; i < rows; i++) {
    const length = <i32>Math.floor(at(cycle, i) + 0.5);
    let wave = WAVES + ((length * (length - 1)) << 3);
    const end = wave + (length << 4);
    let row = rowOf(smoothed, i);
    let sum = f64x2.splat(0);
    while (wave < end) {
      sum = f64x2.add(sum, f64x2.mul(v128.load(wave), v128.load_splat<f64>(row)));
      wave += 16;
      row -= 8;
    }
    const real = f64x2.extract_lane(sum, 0);
    const imaginary = f64x2.extract_lane(sum, 1);
    store<f64>(rowOf(imaginaries, i), imaginary);
    store<f64>(rowOf(quotients, i), imaginary == 0 ? real : real / imaginary);
  }
}

/** Turns angles into phases. */
function finish(state: usize, rows: i32, cycle: usize, phase: usize): void {
  let last = load<f64>(state, PHASE);
  for (let i = 0; i < rows; i++) {
    const angle = at(phase, i);
    const imaginary = at(state + IMAGINARY, i);
    let turned = angle * DEGREES;
    // Without an imaginary part the phase before moves on; the arc tangent has the sign of the real part.
    if (imaginary == 0) turned = last + 90 * <f64>(<i32>(angle > 0) - <i32>(angle < 0));
    turned += 90 + 360 / at(cycle, i);
    turned += 180 * <f64>(<i32>(imaginary < 0));
    last = turned - 360 * <f64>(<i32>(turned > 315));
    store<f64>(rowOf(phase, i), last);
  }
  store<f64>(state, last, PHASE);
}

function fill(): void {
  let wave = WAVES;
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    for (let i = 0; i < length; i++) {
      const angle = (<f64>i * TURN) / <f64>length;
      store<f64>(wave, sin(angle));
      store<f64>(wave, cos(angle), 8);
      wave += 16;
    }
  }
  isFilled = true;
}
