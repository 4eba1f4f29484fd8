import type { Column } from '../core/column';
import type { Interval95 } from '../core/metrics';
import { philox4x32 } from '../core/random/philox';
import { BlockLengths } from './block-lengths';
import { quantile } from './quantile';

/** Resamples behind every range. */
export const RESAMPLES = 2000;

/** Mean number of blocks in a resample, at most; more rows make longer blocks, not more work. */
export const MOST_BLOCKS = 320;

const SEED = 20_000_103;
const TWO_POW_MINUS_32 = 1 / 4_294_967_296;

/**
 * Stationary block bootstrap: draws rows in blocks of random length (geometric) that start
 * anywhere and wrap around, until as many rows are drawn as there are, and adds up each column over
 * the rows drawn. Blocks keep what hangs together from bar to bar; the same rows are drawn for all columns.
 *
 * Resample `b` depends on the number of rows, `meanBlock` and `b` alone (Philox, path `b`).
 *
 * @param columns    columns of one length
 * @param meanBlock  mean block length in rows, 1 or more; 1 draws single rows
 * @param visit      called with the sums of each resample; the array is reused
 * @see Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association, 1994
 */
export function resampleSums(
  columns: readonly Column[],
  meanBlock: number,
  visit: (sums: Float64Array, resample: number) => void,
): void {
  const rows = columns[0]?.length ?? 0;
  const width = columns.length;
  const running = runningSums(columns, rows);
  const lengths = new BlockLengths(meanBlock);
  const sums = new Float64Array(width);
  const words = new Uint32Array(4);
  for (let b = 0; b < RESAMPLES; b++) {
    sums.fill(0);
    let left = rows;
    for (let draw = 0; left > 0; draw++) {
      const half = 2 * (draw & 1);
      if (half === 0) {
        words[0] = b;
        words[1] = draw >>> 1;
        words[2] = 0;
        words[3] = 0;
        philox4x32(words, SEED, 0, words);
      }
      const start = Math.floor(words[half]! * TWO_POW_MINUS_32 * rows);
      const length = Math.min(left, lengths.at(words[half + 1]!));
      const end = start + length;
      const wraps = end > rows;
      const from = start * width;
      const to = (wraps ? end - rows : end) * width;
      for (let c = 0; c < width; c++) {
        sums[c]! += running[to + c]! - running[from + c]! + (wraps ? running[rows * width + c]! : 0);
      }
      left -= length;
    }
    visit(sums, b);
  }
}

/** The 2.5 % and 97.5 % points of a sample, between neighbours in proportion; sorts it in place. */
export function range95(sample: Column): Interval95 {
  sample.sort();
  return { low: quantile(sample, 0.025), high: quantile(sample, 0.975) };
}

/** Sums of the first `i` rows of each column, side by side, so that a block costs two look-ups. */
function runningSums(columns: readonly Column[], rows: number): Column {
  const width = columns.length;
  const out: Column = new Float64Array((rows + 1) * width);
  columns.forEach((column, c) => {
    for (let i = 0; i < rows; i++) out[(i + 1) * width + c] = out[i * width + c]! + column[i]!;
  });
  return out;
}
