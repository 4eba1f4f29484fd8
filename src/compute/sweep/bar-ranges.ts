import type { Column } from '../../core/column';
import type { LaneSweep } from '../../core/lane-sweep';
import { isPrice } from '../../engine/cursor';

/** Rows of a block of `BarRanges`, as the kernels have them. */
const BLOCK_ROWS = 16;

/** What the prices of bars lie between, also those of damaged ones: NaN for bars that are not traded on, and for blocks with one of those. */
export interface BarRanges {
  readonly lowest: Column;
  readonly highest: Column;
  /** The same of each 16 rows. */
  readonly blockLowest: Column;
  readonly blockHighest: Column;
}

export function barRanges({ open, high, low, close }: LaneSweep['bars']): BarRanges {
  const rows = close.length;
  const column = (length: number): Column => new Float64Array(length);
  const lowest = column(rows);
  const highest = column(rows);
  for (let i = 0; i < rows; i++) {
    const isTraded = isPrice(open[i]!) && isPrice(high[i]!) && isPrice(low[i]!) && isPrice(close[i]!);
    lowest[i] = isTraded ? Math.min(open[i]!, low[i]!, close[i]!) : NaN;
    highest[i] = isTraded ? Math.max(open[i]!, high[i]!, close[i]!) : NaN;
  }
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  const blockLowest = column(blocks);
  const blockHighest = column(blocks);
  for (let k = 0; k < blocks; k++) {
    const [from, to] = [k * BLOCK_ROWS, (k + 1) * BLOCK_ROWS];
    blockLowest[k] = lowest.subarray(from, to).reduce((a, b) => Math.min(a, b), Infinity);
    blockHighest[k] = highest.subarray(from, to).reduce((a, b) => Math.max(a, b), -Infinity);
  }
  return { lowest, highest, blockLowest, blockHighest };
}
