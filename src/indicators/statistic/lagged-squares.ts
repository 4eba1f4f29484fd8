import { WindowSum } from '../primitives/window-sum';

/**
 * Sum of the products of the squared distances of two rows from a mean, over the last `period` pairs, without
 * drift; the mean need not be known when the pairs are taken. A row costs O(1).
 *
 * It is a polynomial of the mean, and loses digits where the mean is many times the distances from it.
 */
export class LaggedSquares {
  /** Coefficients of the polynomial: of powers 0 to 3 of the mean. */
  private readonly coefficients: readonly WindowSum[];
  private readonly sums = new Float64Array(4);
  private readonly period: number;

  /** @param period  pairs of a window, integer >= 1 */
  constructor(period: number) {
    this.coefficients = Array.from({ length: 4 }, () => new WindowSum(period));
    this.period = period;
  }

  /** Takes the next pair. */
  push(x: number, y: number): void {
    const product = x * y;
    const sum = x + y;
    this.take(0, product * product);
    this.take(1, -2 * product * sum);
    this.take(2, sum * sum + 2 * product);
    this.take(3, -2 * sum);
  }

  /** The sum, `(x - mean)^2 (y - mean)^2` a pair; of a full window from the `period`-th pair on. */
  product(mean: number): number {
    let sum = this.period;
    for (let power = 3; power >= 0; power--) sum = sum * mean + this.sums[power]!;
    return sum;
  }

  private take(power: number, term: number): void {
    this.sums[power] = this.coefficients[power]!.push(term);
  }
}
