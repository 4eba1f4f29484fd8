import { philox4x32 } from '../core/random/philox';
import { BlockLengths } from './block-lengths';

const TWO_POW_32 = 4_294_967_296;

/** Draws the rows of stationary bootstrap resamples. */
export class RowDraw {
  readonly #lengths: BlockLengths;
  readonly #words = new Uint32Array(4);
  readonly #low: number;
  readonly #high: number;

  /**
   * @param meanBlock  mean block length in rows; 1 or less draws single rows
   * @param seed       integer in [0, 2^53)
   */
  constructor(meanBlock: number, seed: number) {
    this.#lengths = new BlockLengths(meanBlock);
    this.#low = seed >>> 0;
    this.#high = Math.floor(seed / TWO_POW_32) >>> 0;
  }

  /**
   * Rows of resample `path`: blocks of random length (geometric) that start anywhere and wrap around, until as many
   * rows are drawn as there are. They depend on the seed, the mean block, the number of rows and `path` alone.
   *
   * @param path  number of the resample, integer in [0, 2^32)
   * @param out   `u32[n]` to write row numbers in [0, n) into
   * @see Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association, 1994
   */
  draw(path: number, out: Uint32Array): void {
    const rows = out.length;
    const words = this.#words;
    for (let filled = 0, block = 0; filled < rows; block++) {
      const half = 2 * (block & 1);
      if (half === 0) {
        words[0] = path;
        words[1] = block >>> 1;
        words[2] = 0;
        words[3] = 0;
        philox4x32(words, this.#low, this.#high, words);
      }
      let row = Math.floor((words[half]! / TWO_POW_32) * rows);
      const end = Math.min(rows, filled + this.#lengths.at(words[half + 1]!));
      while (filled < end) {
        out[filled++] = row++;
        if (row === rows) row = 0;
      }
    }
  }
}
