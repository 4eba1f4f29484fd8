/** No node. */
const NONE = -1;

/**
 * Volume of the last `period` rows by price: a treap, whose node `i` is the row in place `i` of a ring. Every
 * subtree knows its volume, made anew from its children whenever they change, so nothing is subtracted and
 * nothing drifts. A row costs O(log period), a question too.
 *
 * A row whose price or volume is no finite number counts as odd and holds no volume.
 *
 * @see Seidel and Aragon, Randomized search trees, 1996
 */
export class VolumeByPrice {
  private readonly prices: Float64Array;
  private readonly volumes: Float64Array;
  /** Volume of a subtree. */
  private readonly totals: Float64Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly priorities: Int32Array;
  private root = NONE;
  private position = 0;
  private taken = 0;
  private odd = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    this.prices = new Float64Array(period);
    this.volumes = new Float64Array(period);
    this.totals = new Float64Array(period);
    this.left = new Int32Array(period).fill(NONE);
    this.right = new Int32Array(period).fill(NONE);
    this.priorities = Int32Array.from({ length: period }, (_, place) => scramble(place));
  }

  /** Whether a row of the window is odd. */
  get isOdd(): boolean {
    return this.odd > 0;
  }

  /** Takes the next row. */
  push(price: number, volume: number): void {
    const { prices, volumes, position } = this;
    if (this.taken < prices.length) this.taken++;
    else if (isWhole(prices[position]!, volumes[position]!)) this.root = this.remove(this.root, position);
    else this.odd--;
    prices[position] = price;
    volumes[position] = volume;
    if (isWhole(price, volume)) this.root = this.insert(this.root, position);
    else this.odd++;
    this.position = position + 1 === prices.length ? 0 : position + 1;
  }

  /** Volume at prices from `low` to below `high`. */
  between(low: number, high: number): number {
    const { prices, left, right } = this;
    let node = this.root;
    while (node !== NONE && !(prices[node]! >= low && prices[node]! < high))
      node = prices[node]! < low ? right[node]! : left[node]!;
    if (node === NONE) return 0;
    return this.volumes[node]! + this.from(left[node]!, low) + this.below(right[node]!, high);
  }

  /** Volume of a subtree at prices from `low` on. */
  private from(tree: number, low: number): number {
    let sum = 0;
    for (let node = tree; node !== NONE;) {
      const isIn = this.prices[node]! >= low;
      if (isIn) sum += this.volumes[node]! + this.totalOf(this.right[node]!);
      node = isIn ? this.left[node]! : this.right[node]!;
    }
    return sum;
  }

  /** Volume of a subtree at prices below `high`. */
  private below(tree: number, high: number): number {
    let sum = 0;
    for (let node = tree; node !== NONE;) {
      const isIn = this.prices[node]! < high;
      if (isIn) sum += this.volumes[node]! + this.totalOf(this.left[node]!);
      node = isIn ? this.right[node]! : this.left[node]!;
    }
    return sum;
  }

  /** Equal prices are told apart by their place in the ring. */
  private isBefore(a: number, b: number): boolean {
    const x = this.prices[a]!;
    const y = this.prices[b]!;
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

  /** Makes the rows of `tree` before and after `node` its subtrees; its own total is left to the caller. */
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
    this.totals[node] =
      this.volumes[node]! + this.totalOf(this.left[node]!) + this.totalOf(this.right[node]!);
  }

  private totalOf(node: number): number {
    return node === NONE ? 0 : this.totals[node]!;
  }
}

const isWhole = (price: number, volume: number): boolean => Number.isFinite(price) && Number.isFinite(volume);

/** A fixed mixing of the bits of a ring place, one to one, so that priorities look random and differ. */
function scramble(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 16), 0x45d9f3b);
  return Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) ^ 0x5bf03635;
}
