import { NONE, Treap } from './treap';

/**
 * Volume of the last `period` rows by price: a treap, whose node `i` is the row in place `i` of a ring. Every
 * subtree knows its volume, made anew from its children whenever they change, so nothing is subtracted and
 * nothing drifts. A row costs O(log period), a question too.
 *
 * A row whose price or volume is no finite number counts as odd and holds no volume.
 */
export class VolumeByPrice extends Treap {
  private readonly volumes: Float64Array;
  /** Volume of a subtree. */
  private readonly totals: Float64Array;
  private position = 0;
  private taken = 0;
  private odd = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    super(period);
    this.volumes = new Float64Array(period);
    this.totals = new Float64Array(period);
  }

  /** Whether a row of the window is odd. */
  get isOdd(): boolean {
    return this.odd > 0;
  }

  /** Takes the next row. */
  push(price: number, volume: number): void {
    const { keys: prices, volumes, position } = this;
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
    const { keys: prices, left, right } = this;
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
      const isIn = this.keys[node]! >= low;
      if (isIn) sum += this.volumes[node]! + this.totalOf(this.right[node]!);
      node = isIn ? this.left[node]! : this.right[node]!;
    }
    return sum;
  }

  /** Volume of a subtree at prices below `high`. */
  private below(tree: number, high: number): number {
    let sum = 0;
    for (let node = tree; node !== NONE;) {
      const isIn = this.keys[node]! < high;
      if (isIn) sum += this.volumes[node]! + this.totalOf(this.left[node]!);
      node = isIn ? this.right[node]! : this.left[node]!;
    }
    return sum;
  }

  protected override update(node: number): void {
    this.totals[node] =
      this.volumes[node]! + this.totalOf(this.left[node]!) + this.totalOf(this.right[node]!);
  }

  private totalOf(node: number): number {
    return node === NONE ? 0 : this.totals[node]!;
  }
}

const isWhole = (price: number, volume: number): boolean => Number.isFinite(price) && Number.isFinite(volume);
