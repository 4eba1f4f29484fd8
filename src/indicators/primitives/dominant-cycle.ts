import { atan } from '../../core/math/atan';
import { HilbertFilter } from './hilbert-filter';

const RADIANS = Math.PI / 180;
const SHORTEST = 6;
/** Rows of the longest cycle. */
export const LONGEST_CYCLE = 50;
/** Row at which the filters begin for the functions that give the cycle itself, and for those that use it. */
export const EARLY_START = 12;
export const LATE_START = 37;
/** Rows before the first value of functions with either start. */
export const EARLY_LOOKBACK = 32;
export const LATE_LOOKBACK = 63;
/** Rows of the weighted mean that takes the noise out of prices. */
const SMOOTHED_ROWS = 4;

/**
 * Length of the cycle that prices follow, by Ehlers' homodyne discriminator: two Hilbert transforms give
 * the phase of a row, and the turn of the phase from row to row the length of a cycle.
 *
 * The filters begin at row `start`, where all they hold is 0. Leading NaN are skipped; a later NaN makes
 * every later value NaN.
 *
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib `TA_HT_DCPERIOD`, `TA_HT_PHASOR`, `TA_MAMA` (start 12), `TA_HT_DCPHASE` (start 37)
 */
export class DominantCycle {
  /** Rows taken so far. */
  rows = 0;
  /** Mean of the last four rows, weights 4 to 1. */
  smoothed = NaN;
  inPhase = 0;
  quadrature = 0;
  /** Cycle length in rows, smoothed once more. */
  smoothPeriod = 0;
  private readonly start: number;
  private readonly detrender = new HilbertFilter();
  private readonly quadratureFilter = new HilbertFilter();
  private readonly inPhaseLead = new HilbertFilter();
  private readonly quadratureLead = new HilbertFilter();
  private period = 0;
  /** The three rows before, and the three detrended ones, newest first. */
  private readonly recent = new Float64Array(SMOOTHED_ROWS - 1);
  private readonly detrended = new Float64Array(SMOOTHED_ROWS - 1);
  private inPhase2 = 0;
  private quadrature2 = 0;
  private real = 0;
  private imaginary = 0;

  /** @param start  row from which on the filters run, integer >= 3 */
  constructor(start: number) {
    this.start = start;
  }

  /**
   * Takes the next row.
   *
   * @returns  whether the filters run, so that the fields hold values of this row
   */
  push(x: number): boolean {
    if (this.rows === 0 && Number.isNaN(x)) return false;
    const { recent } = this;
    if (Number.isNaN(x)) this.period = NaN;
    this.smoothed = (4 * x + 3 * recent[0]! + 2 * recent[1]! + recent[2]!) / 10;
    shift(recent, x);
    this.rows++;
    if (this.rows <= this.start) return false;
    this.advance();
    return true;
  }

  private advance(): void {
    const gain = 0.075 * this.period + 0.54;
    if (Number.isNaN(gain)) this.detrended.fill(NaN);
    const detrended = this.detrender.push(this.smoothed, gain);
    this.inPhase = this.detrended[2]!;
    shift(this.detrended, detrended);
    this.quadrature = this.quadratureFilter.push(detrended, gain);
    const inPhase = this.inPhase - this.quadratureLead.push(this.quadrature, gain);
    const quadrature = this.quadrature + this.inPhaseLead.push(this.inPhase, gain);
    this.turn(0.2 * inPhase + 0.8 * this.inPhase2, 0.2 * quadrature + 0.8 * this.quadrature2);
  }

  /** Compares the phase with that of the row before. */
  private turn(inPhase: number, quadrature: number): void {
    const real = inPhase * this.inPhase2 + quadrature * this.quadrature2;
    const imaginary = inPhase * this.quadrature2 - quadrature * this.inPhase2;
    this.real = 0.2 * real + 0.8 * this.real;
    this.imaginary = 0.2 * imaginary + 0.8 * this.imaginary;
    this.inPhase2 = inPhase;
    this.quadrature2 = quadrature;

    const before = this.period;
    let period = before;
    if (this.imaginary !== 0 && this.real !== 0) {
      period = 360 / (atan(this.imaginary / this.real) / RADIANS);
    }
    if (period > 1.5 * before) period = 1.5 * before;
    if (period < 0.67 * before) period = 0.67 * before;
    if (period < SHORTEST) period = SHORTEST;
    else if (period > LONGEST_CYCLE) period = LONGEST_CYCLE;
    this.period = 0.2 * period + 0.8 * before;
    this.smoothPeriod = 0.33 * this.period + 0.67 * this.smoothPeriod;
  }
}

/** Moves three values by one, the newest first. */
function shift(values: Float64Array, x: number): void {
  values[2] = values[1]!;
  values[1] = values[0]!;
  values[0] = x;
}
