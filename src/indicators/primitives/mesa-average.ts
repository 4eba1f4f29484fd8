import { atan } from '../../core/math/atan';
import { DominantCycle, EARLY_LOOKBACK, EARLY_START } from './dominant-cycle';

const DEGREES = 180 / Math.PI;
/**
 * Ehlers' adaptive average MAMA, and FAMA that follows it: a new row weighs more, the slower the phase
 * of the cycle turns. NaN on the first 32 rows. Leading NaN are skipped; a later NaN makes every later
 * value NaN.
 *
 * @see Ehlers, MESA Adaptive Moving Averages, 2001
 */
export class MesaAverage {
  mama = NaN;
  fama = NaN;
  private readonly cycle = new DominantCycle(EARLY_START);
  private readonly fastLimit: number;
  private readonly slowLimit: number;
  private phase = 0;
  private fast = 0;
  private slow = 0;

  /** @param fastLimit  largest weight of a new row; `slowLimit` the smallest */
  constructor(fastLimit: number, slowLimit: number) {
    this.fastLimit = fastLimit;
    this.slowLimit = slowLimit;
  }

  /** Takes the next row and returns the new `mama`. */
  push(x: number): number {
    if (!this.cycle.push(x)) return NaN;
    const weight = this.weight();
    this.fast = weight * x + (1 - weight) * this.fast;
    this.slow = 0.5 * weight * this.fast + (1 - 0.5 * weight) * this.slow;
    if (this.cycle.rows <= EARLY_LOOKBACK) return NaN;
    this.mama = this.fast;
    this.fama = this.slow;
    return this.mama;
  }

  /** The fast limit over the degrees that the phase fell by, at least the slow limit. */
  private weight(): number {
    const { inPhase, quadrature } = this.cycle;
    const phase = inPhase === 0 ? 0 : atan(quadrature / inPhase) * DEGREES;
    const turn = this.phase - phase;
    this.phase = phase;
    if (turn <= 1) return this.fastLimit;
    return Math.max(this.fastLimit / turn, this.slowLimit);
  }
}
