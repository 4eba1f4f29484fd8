/**
 * Finds the first bar that reaches down to a stop or up to a target, in logarithmic time: a binary
 * tree holds the lowest low and the highest high below each node.
 */
export class BracketSearch {
  readonly #leaves: number;
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;

  /**
   * @param bars     number of bars
   * @param rangeOf  lowest and highest price of a bar; `[Infinity, -Infinity]` for one that reaches nothing
   */
  constructor(bars: number, rangeOf: (bar: number) => readonly [low: number, high: number]) {
    let leaves = 1;
    while (leaves < bars) leaves *= 2;
    this.#leaves = leaves;
    this.#lows = new Float64Array(2 * leaves).fill(Infinity);
    this.#highs = new Float64Array(2 * leaves).fill(-Infinity);
    for (let i = 0; i < bars; i++) {
      const [low, high] = rangeOf(i);
      this.#lows[leaves + i] = low;
      this.#highs[leaves + i] = high;
    }
    for (let node = leaves - 1; node >= 1; node--) {
      this.#lows[node] = Math.min(this.#lows[2 * node]!, this.#lows[2 * node + 1]!);
      this.#highs[node] = Math.max(this.#highs[2 * node]!, this.#highs[2 * node + 1]!);
    }
  }

  /**
   * @param from    first bar that counts
   * @param stop    reached by a low at or below it; NaN is never reached
   * @param target  reached by a high at or above it; NaN is never reached
   * @returns       the first bar from `from` on that reaches either, -1 for none
   */
  firstReach(from: number, stop: number, target: number): number {
    if (from >= this.#leaves) return -1;
    let node = this.#leaves + from;
    while (!this.#reaches(node, stop, target)) {
      // Up while this is a right child, then over to the sibling: the next subtree to the right.
      while (node % 2 === 1) node = (node - 1) / 2;
      if (node === 0) return -1;
      node++;
    }
    while (node < this.#leaves) {
      node *= 2;
      if (!this.#reaches(node, stop, target)) node++;
    }
    return node - this.#leaves;
  }

  #reaches(node: number, stop: number, target: number): boolean {
    return this.#lows[node]! <= stop || this.#highs[node]! >= target;
  }
}
