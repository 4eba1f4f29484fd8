import { NONE, Treap } from './treap';
import { WideSum } from './wide-sum';

/**
 * Volume of the last `period` rows by price: a treap, whose node `i` is the row in place `i` of a ring. Every
 * subtree knows its volume, made anew from its children whenever they change, so nothing is subtracted and
 * nothing drifts. Sums are wide, so that the shape of the tree does not show in them: what has the same volume
 * is equal. A row costs O(log period), a question too.
 *
 * A row whose price or volume is no finite number counts as odd and holds no volume.
 */
export class VolumeByPrice extends Treap {
  private readonly volumes: Float64Array;
  /** Volume of a subtree, and what rounding took from it. */
  private readonly totals: Float64Array;
  private readonly lost: Float64Array;
  private readonly sum = new WideSum();
  private position = 0;
  private taken = 0;
  private odd = 0;

  /** @param period  rows of a window, integer >= 1 */
  constructor(period: number) {
    super(period);
    this.volumes = new Float64Array(period);
    this.totals = new Float64Array(period);
    this.lost = new Float64Array(period);
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

  /**
   * Volumes of bins that follow each other: each of the prices from its edge to below the next one, the first
   * and the last of all prices beyond too. Costs O(bins log period), and no more than O(period).
   *
   * @param edges  where bins begin, never decreasing, and an end that is not looked at
   * @param bins   one volume per bin, overwritten
   */
  fill(edges: Float64Array, bins: WideSum[]): void {
    for (let k = 0; k < bins.length; k++) bins[k]!.set(0);
    this.deal(this.root, edges, bins, 0, bins.length - 1);
  }

  /** Deals out a subtree whose prices all lie in the bins from `first` to `last`. */
  private deal(node: number, edges: Float64Array, bins: WideSum[], first: number, last: number): void {
    if (node === NONE) return;
    if (first === last) {
      bins[first]!.add(this.totals[node]!, this.lost[node]!);
      return;
    }
    const price = this.keys[node]!;
    let bin = first;
    for (let end = last; bin < end;) {
      const middle = (bin + end + 1) >> 1;
      if (price >= edges[middle]!) bin = middle;
      else end = middle - 1;
    }
    bins[bin]!.add(this.volumes[node]!);
    this.deal(this.left[node]!, edges, bins, first, bin);
    this.deal(this.right[node]!, edges, bins, bin, last);
  }

  protected override update(node: number): void {
    const { sum } = this;
    sum.set(this.volumes[node]!);
    this.addTotal(this.left[node]!);
    this.addTotal(this.right[node]!);
    this.totals[node] = sum.value;
    this.lost[node] = sum.lost;
  }

  private addTotal(node: number): void {
    if (node !== NONE) this.sum.add(this.totals[node]!, this.lost[node]!);
  }
}

const isWhole = (price: number, volume: number): boolean => Number.isFinite(price) && Number.isFinite(volume);
