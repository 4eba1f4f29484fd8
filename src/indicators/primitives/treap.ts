/** No node. */
export const NONE = -1;

/**
 * A search tree over a ring of places: node `i` stands for place `i`, ordered by its key, and priorities
 * that look random keep the tree shallow. A change costs O(log size).
 *
 * @see Seidel and Aragon, Randomized search trees, 1996
 */
export abstract class Treap {
  protected readonly keys: Float64Array;
  protected readonly left: Int32Array;
  protected readonly right: Int32Array;
  protected root = NONE;
  private readonly priorities: Int32Array;

  /** @param size  places of the ring, integer >= 1 */
  constructor(size: number) {
    this.keys = new Float64Array(size);
    this.left = new Int32Array(size).fill(NONE);
    this.right = new Int32Array(size).fill(NONE);
    this.priorities = Int32Array.from({ length: size }, (_, place) => scramble(place));
  }

  /** Makes anew what a node knows of its subtree, from its children. */
  protected abstract update(node: number): void;

  /** Equal keys are told apart by their place in the ring. */
  private isBefore(a: number, b: number): boolean {
    const x = this.keys[a]!;
    const y = this.keys[b]!;
    return x < y || (x === y && a < b);
  }

  /** Puts a node into a tree and answers the new root. */
  protected insert(tree: number, node: number): number {
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

  /** Makes the nodes of `tree` before and after `node` its subtrees; its own sums are left to the caller. */
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

  /** Takes a node out of a tree and answers the new root. */
  protected remove(tree: number, node: number): number {
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
}

/** A fixed mixing of the bits of a ring place, one to one, so that priorities look random and differ. */
function scramble(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 16), 0x45d9f3b);
  return Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) ^ 0x5bf03635;
}
