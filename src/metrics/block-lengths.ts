import type { Column } from '../core/column';

const TWO_POW_32 = 4_294_967_296;
const TWO_POW_MINUS_32 = 1 / TWO_POW_32;

/** Geometric block lengths from random words, by looking up the distribution instead of a logarithm. */
export class BlockLengths {
  /** `thresholds[k]`: words below it give a length of `k + 1` or less. */
  readonly #thresholds: Column;
  /** Least length for the words that share their upper ten bits. */
  readonly #guide = new Uint32Array(1024);

  /** @param mean  mean length in rows; below 1 counts as 1 */
  constructor(mean: number) {
    const keep = 1 - 1 / Math.max(1, mean);
    const thresholds: number[] = [];
    for (let tail = keep; tail >= TWO_POW_MINUS_32; tail *= keep) thresholds.push((1 - tail) * TWO_POW_32);
    thresholds.push(TWO_POW_32);
    this.#thresholds = Float64Array.from(thresholds);
    for (let slot = 0, k = 0; slot < this.#guide.length; slot++) {
      while (slot * 4_194_304 >= this.#thresholds[k]!) k += 1;
      this.#guide[slot] = k;
    }
  }

  /** @param word  random, integer in [0, 2^32) */
  at(word: number): number {
    let k = this.#guide[word >>> 22]!;
    while (word >= this.#thresholds[k]!) k += 1;
    return k + 1;
  }
}
