import type { Column } from '../column';
import { philox4x32 } from './philox';

const TWO_POW_32 = 4_294_967_296;
const TWO_POW_MINUS_53 = 1 / 9_007_199_254_740_992;

/**
 * A stream of uniform numbers in [0, 1) with 53 bits each, drawn from Philox in order.
 * Draw `i` uses half of the block with counter (path, i / 2, stream, 0).
 */
export class UniformStream {
  readonly #counter: Uint32Array;
  readonly #block = new Uint32Array(4);
  readonly #low: number;
  readonly #high: number;
  #half = 2;

  /**
   * @param seed    integer in [0, 2^53)
   * @param path    number of the path, integer in [0, 2^32)
   * @param stream  keeps uses of one seed apart, integer in [0, 2^32)
   */
  constructor(seed: number, path = 0, stream = 0) {
    this.#counter = Uint32Array.of(path, 0, stream, 0);
    this.#low = seed >>> 0;
    this.#high = Math.floor(seed / TWO_POW_32) >>> 0;
  }

  next(): number {
    if (this.#half === 2) {
      philox4x32(this.#counter, this.#low, this.#high, this.#block);
      this.#counter[1]! += 1;
      this.#half = 0;
    }
    const at = 2 * this.#half;
    this.#half += 1;
    return ((this.#block[at]! >>> 5) * 67_108_864 + (this.#block[at + 1]! >>> 6)) * TWO_POW_MINUS_53;
  }
}

/**
 * @param seed   integer in [0, 2^53)
 * @param count  how many
 * @returns      `f64[count]`, uniform in [0, 1), the first of the stream with path 0
 */
export function uniforms(seed: number, count: number): Column {
  const stream = new UniformStream(seed);
  const out: Column = new Float64Array(count);
  for (let i = 0; i < count; i++) out[i] = stream.next();
  return out;
}
