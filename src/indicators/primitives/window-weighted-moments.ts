import { WeightedMoments } from './weighted-moments';

/**
 * Weighted mean and variance of the last `period` rows without drift, in O(1) a row on average.
 *
 * Rows are taken in blocks as in `WindowSum`. What is known of the end of the block before and of the
 * beginning of the current one is joined by adding squares, so nothing is ever subtracted. A row of weight 0
 * does not count; where all are such, the newest row is the mean. A NaN in a row that counts, or in a
 * weight, counts exactly while it is inside the window.
 *
 * @see Chan, Golub & LeVeque, Updating Formulae and a Pairwise Algorithm for Computing Sample Variances, 1979
 */
export class WindowWeightedMoments {
  mean = NaN;
  variance = NaN;
  /**
   * Rows and weights of the current block before `position`; moments of the ends of the block before from
   * there on.
   */
  private readonly means: Float64Array;
  private readonly weights: Float64Array;
  private readonly spreads: Float64Array;
  private readonly current = new WeightedMoments();
  private position = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.means = new Float64Array(period);
    this.weights = new Float64Array(period);
    this.spreads = new Float64Array(period);
  }

  /** Takes the next row; `mean` and `variance` are of the rows so far while there are fewer than `period`. */
  push(x: number, weight: number): void {
    const { current, means, weights } = this;
    means[this.position] = x;
    weights[this.position++] = weight;
    current.push(x, weight);
    if (this.position < means.length) this.join(x);
    else {
      this.mean = current.weight === 0 ? x : current.mean;
      this.variance = current.variance;
      this.startBlock();
    }
  }

  private join(newest: number): void {
    const { current, position } = this;
    const older = this.weights[position]!;
    const total = older + current.weight;
    if (older === 0 || current.weight === 0) {
      this.takeEither(newest, total);
      return;
    }
    const distance = current.mean - this.means[position]!;
    const share = current.weight / total;
    this.mean = this.means[position]! + share * distance;
    this.variance =
      (this.spreads[position]! + current.spread) / total + share * (older / total) * distance * distance;
  }

  /** Where only one of the two parts has weight, or none. */
  private takeEither(newest: number, total: number): void {
    const { current, position } = this;
    const hasCurrent = current.weight !== 0;
    this.mean = total === 0 ? newest : hasCurrent ? current.mean : this.means[position]!;
    this.variance = total === 0 ? 0 : (hasCurrent ? current.spread : this.spreads[position]!) / total;
  }

  private startBlock(): void {
    const { current, means, weights, spreads } = this;
    current.reset();
    for (let j = means.length - 1; j >= 0; j--) {
      current.push(means[j]!, weights[j]!);
      means[j] = current.mean;
      weights[j] = current.weight;
      spreads[j] = current.spread;
    }
    current.reset();
    this.position = 0;
  }
}
