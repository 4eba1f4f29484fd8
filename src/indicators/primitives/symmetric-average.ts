/** Mean of the last four rows weighted 1, 2, 2, 1, as in Ehlers' filters; NaN before the fourth row. */
export class SymmetricAverage {
  private first = NaN;
  private second = NaN;
  private third = NaN;

  /** Takes the next row and returns the mean. */
  push(x: number): number {
    const value = (this.third + 2 * this.second + 2 * this.first + x) / 6;
    this.third = this.second;
    this.second = this.first;
    this.first = x;
    return value;
  }
}
