import { atan } from '../../core/math/atan';
import { cos } from '../../core/math/cos';
import { sin } from '../../core/math/sin';
import { DominantCycle, LATE_START, LONGEST_CYCLE } from './dominant-cycle';

const DEGREES = 180 / Math.PI;
const TURN = 2 * Math.PI;
/** Degrees by which the second sine of `ht_sine` is ahead: an eighth of a cycle. */
export const LEAD = 45;

/** Sine of degrees. */
export const sineOf = (degrees: number): number => sin(degrees / DEGREES);

/** Sines (and cosines) of every part of a cycle of 1 to 50 rows; the cycle of n rows begins at `n (n - 1) / 2`. */
const SINES = ofAllCycles(sin);
const COSINES = ofAllCycles(cos);

function ofAllCycles(wave: (x: number) => number): Float64Array {
  const values: number[] = [];
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    for (let i = 0; i < length; i++) values.push(wave((i * TURN) / length));
  }
  return Float64Array.from(values);
}

/**
 * Phase of the dominant cycle: that of the discrete Fourier transform of the last cycle at its own
 * frequency.
 *
 * The length of a cycle never exceeds 50 rows, which bounds the work of a row. Leading NaN are skipped; a
 * later NaN makes every later value NaN.
 *
 * @see Ehlers, Rocket Science for Traders, 2001
 */
export class DominantPhase {
  readonly cycle = new DominantCycle(LATE_START);
  /** Degrees in `(-45, 315]`. */
  phase = 0;
  /** Smoothed rows, as a ring. */
  private readonly smoothed = new Float64Array(LONGEST_CYCLE);
  private newest = LONGEST_CYCLE - 1;

  /**
   * Takes the next row.
   *
   * @returns  whether the filters run, so that `phase` is of this row
   */
  push(x: number): boolean {
    if (!this.cycle.push(x)) return false;
    this.newest = this.newest + 1 === LONGEST_CYCLE ? 0 : this.newest + 1;
    this.smoothed[this.newest] = this.cycle.smoothed;
    this.measure(this.cycle.smoothPeriod);
    return true;
  }

  private measure(cycle: number): void {
    const length = Math.floor(cycle + 0.5);
    const table = (length * (length - 1)) / 2;
    let real = 0;
    let imaginary = 0;
    for (let i = 0, at = this.newest; i < length; i++) {
      real += SINES[table + i]! * this.smoothed[at]!;
      imaginary += COSINES[table + i]! * this.smoothed[at]!;
      at = at === 0 ? LONGEST_CYCLE - 1 : at - 1;
    }
    // Without an imaginary part the phase before moves on, as in TA-Lib.
    let phase = this.phase + 90 * Math.sign(real);
    if (imaginary !== 0) phase = atan(real / imaginary) * DEGREES;
    // The weighted mean that smooths prices is one row late.
    phase += 90 + 360 / cycle;
    if (imaginary < 0) phase += 180;
    this.phase = phase > 315 ? phase - 360 : phase;
  }
}
