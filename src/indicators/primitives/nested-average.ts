import { emaWeight, SeededAverage } from './seeded-average';

/**
 * Weighted sum of an exponential average, the average of that, and so on: DEMA is `[2, -1]`, TEMA
 * `[3, -3, 1]`. Each average begins with the mean of the first `seed` values of the one inside it;
 * NaN until the last one has begun. Leading NaN are skipped; a later NaN makes every later value NaN.
 */
export class NestedAverage {
  private readonly averages: SeededAverage[];
  private readonly factors: Float64Array;

  /**
   * @param period   of every average in rows, integer >= 1
   * @param factors  of the averages, innermost first
   * @param seed     rows of the first mean of each, `period` when omitted
   */
  constructor(period: number, factors: readonly number[], seed = period) {
    this.averages = factors.map(() => new SeededAverage(seed, emaWeight(period)));
    this.factors = Float64Array.from(factors);
  }

  /** Takes the next row and returns the new value. */
  push(x: number): number {
    let value = x;
    let total = 0;
    for (let k = 0; k < this.averages.length; k++) {
      value = this.averages[k]!.push(value);
      if (Number.isNaN(value)) return NaN;
      total += this.factors[k]! * value;
    }
    return total;
  }
}

/** Factors of the six averages of T3: those of `((1 + v) - v EMA)^3` on the third. */
export function t3Factors(vFactor: number): readonly number[] {
  const v = vFactor;
  const square = v * v;
  const cube = square * v;
  return [0, 0, 1 + 3 * v + cube + 3 * square, -6 * square - 3 * (v + cube), 3 * (square + cube), -cube];
}
