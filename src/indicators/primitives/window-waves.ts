import { cos } from '../../core/math/cos';
import { sin } from '../../core/math/sin';

/** One of the waves that weights are made of. */
export interface Wave {
  /** Turns in one wavelength, integer >= 0. */
  readonly turns: number;
  /** Factors of the cosine and the sine of the wave. */
  readonly cosine: number;
  readonly sine: number;
}

/**
 * Sum of the last `period` rows with weights that are a sum of waves, in O(waves) a row on average, however
 * long the window is. A row of age `a`, the newest having 0, weighs `cosine cos(2 pi turns a / wavelength) +
 * sine sin(2 pi turns a / wavelength)`, summed over the waves.
 *
 * Rows are taken in blocks as in `WindowSum`, and turned by their place in the block. A window is the end of
 * one block and the beginning of the next, turned once more to the age of its rows. Nothing is carried on
 * from block to block, so rounding errors do not add up, and a NaN counts exactly while it is inside the
 * window.
 */
export class WindowWaves {
  private readonly wavelength: number;
  /** One turn in steps of a row. */
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly turns: Int32Array;
  private readonly cosineWeights: Float64Array;
  private readonly sineWeights: Float64Array;
  /** Rows of the current block. */
  private readonly rows: Float64Array;
  /** Sums of the current block, by wave. */
  private readonly real: Float64Array;
  private readonly imaginary: Float64Array;
  /** Sums of the ends of the block before, wave after wave, already turned by a block. */
  private readonly olderReal: Float64Array;
  private readonly olderImaginary: Float64Array;
  /** Steps by which each wave has turned at `position`. */
  private readonly phases: Int32Array;
  private position = 0;

  /**
   * @param period      rows of a window, integer >= 1
   * @param wavelength  rows of a wave of one turn, integer >= 1
   */
  constructor(period: number, wavelength: number, waves: readonly Wave[]) {
    const step = (2 * Math.PI) / wavelength;
    this.wavelength = wavelength;
    this.cosines = Float64Array.from({ length: wavelength }, (_, k) => cos(step * k));
    this.sines = Float64Array.from({ length: wavelength }, (_, k) => sin(step * k));
    this.turns = Int32Array.from(waves, (wave) => wave.turns % wavelength);
    this.cosineWeights = Float64Array.from(waves, (wave) => wave.cosine);
    this.sineWeights = Float64Array.from(waves, (wave) => wave.sine);
    this.rows = new Float64Array(period);
    this.real = new Float64Array(waves.length);
    this.imaginary = new Float64Array(waves.length);
    this.olderReal = new Float64Array(waves.length * period);
    this.olderImaginary = new Float64Array(waves.length * period);
    this.phases = new Int32Array(waves.length);
  }

  /**
   * Takes the next row.
   *
   * @returns  weighted sum of the last `period` rows, or of all rows so far while there are fewer
   */
  push(x: number): number {
    const { cosines, sines, real, imaginary, phases, wavelength } = this;
    const period = this.rows.length;
    const next = this.position + 1;
    this.rows[this.position] = x;
    let sum = 0;
    for (let k = 0; k < phases.length; k++) {
      const phase = phases[k]!;
      const cosine = cosines[phase]!;
      const sine = sines[phase]!;
      let a = (real[k]! += x * cosine);
      let b = (imaginary[k]! -= x * sine);
      if (next < period) {
        a += this.olderReal[k * period + next]!;
        b += this.olderImaginary[k * period + next]!;
      }
      sum +=
        this.cosineWeights[k]! * (a * cosine - b * sine) + this.sineWeights[k]! * (a * sine + b * cosine);
      const turned = phase + this.turns[k]!;
      phases[k] = turned < wavelength ? turned : turned - wavelength;
    }
    this.position = next;
    if (next === period) this.startBlock();
    return sum;
  }

  private startBlock(): void {
    for (let k = 0; k < this.phases.length; k++) this.gather(k);
    this.real.fill(0);
    this.imaginary.fill(0);
    this.phases.fill(0);
    this.position = 0;
  }

  /** Sums of the ends of the block for one wave, whose phase is that of the row after the block. */
  private gather(k: number): void {
    const { cosines, sines, rows, wavelength } = this;
    const period = rows.length;
    const turns = this.turns[k]!;
    const blockCosine = cosines[this.phases[k]!]!;
    const blockSine = sines[this.phases[k]!]!;
    let phase = this.phases[k]!;
    let real = 0;
    let imaginary = 0;
    for (let j = period - 1; j >= 0; j--) {
      phase -= turns;
      if (phase < 0) phase += wavelength;
      real += rows[j]! * cosines[phase]!;
      imaginary -= rows[j]! * sines[phase]!;
      this.olderReal[k * period + j] = real * blockCosine - imaginary * blockSine;
      this.olderImaginary[k * period + j] = real * blockSine + imaginary * blockCosine;
    }
  }
}
