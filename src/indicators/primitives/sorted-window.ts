import { NONE, Treap } from './treap';

/**
 * The last `period` rows in order of size: a treap, whose node `i` is the row in place `i` of a ring.
 * Every subtree knows its number of rows and the sum of their distances from its own root, made anew from
 * its children whenever they change: nothing drifts, and sums keep their digits however far the rows lie
 * from zero. A row costs O(log period).
 *
 * While a NaN or an infinity is inside the window, every result is NaN.
 */
export class SortedWindow extends Treap {
  /** Signed sum of the distances of a subtree's rows from its root. */
  private readonly sums: Float64Array;
  private readonly counts: Int32Array;
  private position = 0;
  private taken = 0;
  private odd = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    super(period);
    this.sums = new Float64Array(period);
    this.counts = new Int32Array(period);
  }

  /** Takes the next row. */
  push(x: number): void {
    const { keys, position } = this;
    if (this.taken === keys.length) this.leave(position);
    else this.taken++;
    keys[position] = x;
    if (Number.isFinite(x)) this.root = this.insert(this.root, position);
    else this.odd++;
    this.position = position + 1 === keys.length ? 0 : position + 1;
  }

  /** Mean of the last `period` rows, or of all rows so far while there are fewer. */
  mean(): number {
    if (this.odd > 0 || this.root === NONE) return NaN;
    return this.keys[this.root]! + this.sums[this.root]! / this.counts[this.root]!;
  }

  /** Mean absolute distance of these rows from `level`. */
  meanDistance(level: number): number {
    if (this.odd > 0 || this.root === NONE) return NaN;
    const { keys, left, right } = this;
    let total = 0;
    for (let node = this.root; node !== NONE;) {
      const isAbove = keys[node]! > level;
      total += isAbove ? keys[node]! - level : level - keys[node]!;
      total += isAbove ? this.distances(right[node]!, level) : -this.distances(left[node]!, level);
      node = isAbove ? left[node]! : right[node]!;
    }
    return total / this.counts[this.root]!;
  }

  /** How many of these rows are at most `level`; NaN for a `level` of NaN. */
  countAtMost(level: number): number {
    if (this.odd > 0 || Number.isNaN(level)) return NaN;
    let count = 0;
    for (let node = this.root; node !== NONE;) {
      const isIn = this.keys[node]! <= level;
      if (isIn) count += 1 + this.countOf(this.left[node]!);
      node = isIn ? this.right[node]! : this.left[node]!;
    }
    return count;
  }

  /** The row that has `rank` of these rows before it in order of size, integer in `[0, rows - 1]`. */
  at(rank: number): number {
    if (this.odd > 0) return NaN;
    let before = rank;
    for (let node = this.root; node !== NONE;) {
      const smaller = this.countOf(this.left[node]!);
      if (before === smaller) return this.keys[node]!;
      node = before < smaller ? this.left[node]! : this.right[node]!;
      if (before > smaller) before -= smaller + 1;
    }
    return NaN;
  }

  /** Signed sum of the distances of a subtree's rows from `level`. */
  private distances(node: number, level: number): number {
    return node === NONE ? 0 : this.sums[node]! + this.counts[node]! * (this.keys[node]! - level);
  }

  private leave(node: number): void {
    if (Number.isFinite(this.keys[node]!)) this.root = this.remove(this.root, node);
    else this.odd--;
  }

  protected override update(node: number): void {
    const left = this.left[node]!;
    const right = this.right[node]!;
    const key = this.keys[node]!;
    this.counts[node] = 1 + this.countOf(left) + this.countOf(right);
    this.sums[node] = this.distances(left, key) + this.distances(right, key);
  }

  private countOf(node: number): number {
    return node === NONE ? 0 : this.counts[node]!;
  }
}
