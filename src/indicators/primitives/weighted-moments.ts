/**
 * Mean and variance of all rows since the last reset, each with a weight of its own. The mean moves on
 * from row to row, so that neither the level of the rows nor their number costs digits.
 *
 * A row of weight 0 counts only while nothing else is known: then it is the mean itself. A NaN in a row
 * that counts, or in a weight, stays until the reset.
 *
 * @see West, Updating Mean and Variance Estimates, Communications of the ACM 22:9, 1979
 */
export class WeightedMoments {
  weight = 0;
  mean = NaN;
  /** Weighted sum of the squares of the distances from the mean. */
  spread = 0;

  /** Forgets all rows. */
  reset(): void {
    this.weight = 0;
    this.mean = NaN;
    this.spread = 0;
  }

  /** Takes the next row. */
  push(x: number, weight: number): void {
    if (weight === 0 && this.weight !== 0) return;
    this.weight += weight;
    if (this.weight === weight) {
      this.mean = x;
      this.spread = 0;
      return;
    }
    const distance = x - this.mean;
    this.mean += (weight / this.weight) * distance;
    this.spread += weight * distance * (x - this.mean);
  }

  /** Mean of the squares of the distances from the mean; 0 where all weights are 0. */
  get variance(): number {
    return this.weight === 0 ? 0 : this.spread / this.weight;
  }
}
