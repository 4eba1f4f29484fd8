/** No node. */
const NONE = -1;

/**
 * The last `period` rows in order of size: a treap, whose node `i` is the row in place `i` of a ring.
 * Every subtree knows its number of rows and the sum of their distances from its own root, made anew from
 * its children whenever they change: nothing drifts, and sums keep their digits however far the rows lie
 * from zero. A row costs O(log period).
 *
 * While a NaN or an infinity is inside the window, every result is NaN.
 *
 * @see Seidel and Aragon, Randomized search trees, 1996
 */
export class SortedWindow {
  private readonly keys: Float64Array;
  /** Signed sum of the distances of a subtree's rows from its root. */
  private readonly sums: Float64Array;
  private readonly counts: Int32Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly priorities: Int32Array;
  private root = NONE;
  private position = 0;
  private taken = 0;
  private odd = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.keys = new Float64Array(period);
    this.sums = new Float64Array(period);
    this.counts = new Int32Array(period);
    this.left = new Int32Array(period).fill(NONE);
    this.right = new Int32Array(period).fill(NONE);
    this.priorities = Int32Array.from({ length: period }, (_, i) => scramble(i));
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

  /** Equal rows are told apart by their place in the ring. */
  private isBefore(a: number, b: number): boolean {
    const x = this.keys[a]!;
    const y = this.keys[b]!;
    return x < y || (x === y && a < b);
  }

  private insert(tree: number, node: number): number {
    if (tree === NONE || this.priorities[node]! > this.priorities[tree]!) {
      this.split(tree, node);
      this.update(node);
      return node;
    }
    if (this.isBefore(node, tree)) this.left[tree] = this.insert(this.left[tree]!, node);
    else this.right[tree] = this.insert(this.right[tree]!, node);
    this.update(tree);
    return tree;
  }

  /** Makes the rows of `tree` before and after `node` its subtrees; its own sums are left to the caller. */
  private split(tree: number, node: number): void {
    if (tree === NONE) {
      this.left[node] = NONE;
      this.right[node] = NONE;
    } else if (this.isBefore(tree, node)) {
      this.split(this.right[tree]!, node);
      this.right[tree] = this.left[node]!;
      this.update(tree);
      this.left[node] = tree;
    } else {
      this.split(this.left[tree]!, node);
      this.left[tree] = this.right[node]!;
      this.update(tree);
      this.right[node] = tree;
    }
  }

  private remove(tree: number, node: number): number {
    if (tree === node) return this.join(this.left[node]!, this.right[node]!);
    if (this.isBefore(node, tree)) this.left[tree] = this.remove(this.left[tree]!, node);
    else this.right[tree] = this.remove(this.right[tree]!, node);
    this.update(tree);
    return tree;
  }

  private join(before: number, after: number): number {
    if (before === NONE) return after;
    if (after === NONE) return before;
    if (this.priorities[before]! > this.priorities[after]!) {
      this.right[before] = this.join(this.right[before]!, after);
      this.update(before);
      return before;
    }
    this.left[after] = this.join(before, this.left[after]!);
    this.update(after);
    return after;
  }

  private update(node: number): void {
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

/** A fixed mixing of the bits of a ring place, one to one, so that priorities look random and differ. */
function scramble(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 16), 0x45d9f3b);
  return Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) ^ 0x5bf03635;
}
