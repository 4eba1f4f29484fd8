/**
 * Sums over the last rows for any count up to a limit, in O(log limit) a row and a question.
 *
 * A binary tree over a ring of rows: each node holds the sum of its rows, and the same with weights 1, 2,
 * ... from its oldest row. Nothing is ever subtracted, so rounding errors do not add up, and a NaN counts
 * exactly while it is among the rows asked for.
 */
export class RangeSums {
  /** Sum and weighted sum of the rows found by the last `take`. */
  sum = 0;
  weighted = 0;
  private found = 0;
  private readonly leaves: number;
  private readonly sums: Float64Array;
  private readonly weightedSums: Float64Array;
  private next = 0;

  /** @param limit  most rows that are ever asked for, integer >= 1 */
  constructor(limit: number) {
    let leaves = 1;
    while (leaves < limit) leaves *= 2;
    this.leaves = leaves;
    this.sums = new Float64Array(2 * leaves);
    this.weightedSums = new Float64Array(2 * leaves);
  }

  /** Takes the next row. */
  push(x: number): void {
    const { sums, weightedSums } = this;
    let node = this.leaves + this.next;
    this.next = (this.next + 1) % this.leaves;
    sums[node] = x;
    weightedSums[node] = x;
    for (let rows = 1; node > 1; rows *= 2) {
      node >>= 1;
      const newer = 2 * node + 1;
      sums[node] = sums[newer - 1]! + sums[newer]!;
      weightedSums[node] = weightedSums[newer - 1]! + (weightedSums[newer]! + rows * sums[newer]!);
    }
  }

  /**
   * Sets `sum` and `weighted` (weights 1 for the oldest to `count`) of a run of the last rows.
   *
   * @param skipped  newest rows that are left out, at least 0
   * @param count    rows of the run, with `skipped` at most the limit
   */
  find(skipped: number, count: number): void {
    this.sum = 0;
    this.weighted = 0;
    this.found = 0;
    const end = this.next - skipped;
    const begin = end - count;
    if (begin >= 0) this.gather(begin, end);
    else if (end <= 0) this.gather(begin + this.leaves, end + this.leaves);
    else {
      this.gather(begin + this.leaves, this.leaves);
      this.gather(0, end);
    }
  }

  /** Adds the leaves from `begin` to before `end`, oldest first, in the largest nodes that fit. */
  private gather(begin: number, end: number): void {
    let at = begin;
    while (at < end) {
      let node = this.leaves + at;
      let rows = 1;
      while (node % 2 === 0 && at + 2 * rows <= end) {
        node >>= 1;
        rows *= 2;
      }
      this.weighted += this.weightedSums[node]! + this.found * this.sums[node]!;
      this.sum += this.sums[node]!;
      this.found += rows;
      at += rows;
    }
  }
}
