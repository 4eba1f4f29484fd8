import { BLOCKS, blockBounds, sharpeOfSums, type CurveProfile } from './cell-run';

const HALF = BLOCKS / 2;
const HALF_MASKS = 1 << HALF;
/** Fewer returns than this make blocks too short to rank by. */
const FEWEST_RETURNS = 20 * BLOCKS;

/** How often the winner of one half of the bars lost in the other half. */
export interface Overfitting {
  /** Share of the splits in which the winner came out below the median. */
  readonly chance: number;
  /** Number of splits: 12,870. */
  readonly splits: number;
}

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: the bars are cut into 16
 * blocks; for every choice of 8 the cell with the best Sharpe ratio in them is looked up among all
 * cells in the other 8.
 *
 * @param profiles  one per cell, of curves of one length
 * @returns         null for fewer than two cells or 320 returns
 * @see Bailey, Borwein, López de Prado and Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance, 2017
 */
export function overfitting(profiles: readonly CurveProfile[]): Overfitting | null {
  const rows = profiles[0]?.moments.count ?? 0;
  if (profiles.length < 2 || rows < FEWEST_RETURNS) return null;
  const cells = profiles.length;
  const lower = halfSums(profiles, 0);
  const upper = halfSums(profiles, HALF);
  const counts = countsOf(rows);
  const sharpes = (mask: number, out: Float64Array): void => {
    const low = (mask % HALF_MASKS) * cells;
    const high = Math.floor(mask / HALF_MASKS) * cells;
    const count = counts(mask);
    for (let c = 0; c < cells; c++) {
      const sum = lower.sum[low + c]! + upper.sum[high + c]!;
      out[c] = sharpeOfSums(sum, lower.squares[low + c]! + upper.squares[high + c]!, count);
    }
  };
  const all = (1 << BLOCKS) - 1;
  const here = new Float64Array(cells);
  const there = new Float64Array(cells);
  let splits = 0;
  let lost = 0;
  // A split and its mirror image are met once, together: the mask that holds block 0, and the other.
  for (let mask = 1; mask <= all; mask += 2) {
    if (bitCount(mask) !== HALF) continue;
    sharpes(mask, here);
    sharpes(all - mask, there);
    lost += belowMedian(here, there) + belowMedian(there, here);
    splits += 2;
  }
  return { chance: lost / splits, splits };
}

/** 1 when the winner came below the median, 0 above it, a half exactly on it. */
function belowMedian(chosenOn: Float64Array, testedOn: Float64Array): number {
  let winner = 0;
  for (let c = 1; c < chosenOn.length; c++) if (chosenOn[c]! > chosenOn[winner]!) winner = c;
  const value = testedOn[winner]!;
  let below = 0;
  let above = 0;
  for (let c = 0; c < testedOn.length; c++) {
    if (testedOn[c]! < value) below += 1;
    else if (testedOn[c]! > value) above += 1;
  }
  if (below === above) return 0.5;
  return below < above ? 1 : 0;
}

/** Sums over every subset of eight blocks: `[mask * cells + cell]`. */
function halfSums(
  profiles: readonly CurveProfile[],
  firstBlock: number,
): { readonly sum: Float64Array; readonly squares: Float64Array } {
  const cells = profiles.length;
  const sum = new Float64Array(HALF_MASKS * cells);
  const squares = new Float64Array(HALF_MASKS * cells);
  for (let mask = 1; mask < HALF_MASKS; mask++) {
    const lowest = mask & -mask;
    const at = 2 * (firstBlock + bitCount(lowest - 1));
    const rest = (mask - lowest) * cells;
    for (let c = 0; c < cells; c++) {
      const { blocks } = profiles[c]!;
      sum[mask * cells + c] = sum[rest + c]! + blocks[at]!;
      squares[mask * cells + c] = squares[rest + c]! + blocks[at + 1]!;
    }
  }
  return { sum, squares };
}

function countsOf(rows: number): (mask: number) => number {
  const bounds = blockBounds(rows);
  const lengths = Array.from({ length: BLOCKS }, (_, k) => bounds[k + 1]! - bounds[k]!);
  return (mask) => lengths.reduce((sum, length, k) => sum + ((mask >> k) & 1) * length, 0);
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
