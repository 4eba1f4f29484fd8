import { UniformStream } from '../core/random/uniforms';
import { BLOCKS, blockBounds, sharpeOfSums, type CurveProfile } from './cell-run';

const HALF = BLOCKS / 2;
const HALF_MASKS = 1 << HALF;
const ALL_BLOCKS = (1 << BLOCKS) - 1;
/** Fewer returns than this make blocks too short to rank by. */
const FEWEST_RETURNS = 20 * BLOCKS;
/** Settings whose sums over all subsets of blocks are kept at a time: one megabyte. */
const TILE = 128;
/** Sharpe ratios that are worked out at most; beyond, only so many of the splits are drawn. */
const MOST_RATIOS = 120_000_000;
const FEWEST_PAIRS = 100;
const SPLIT_SEED = 20_170_401;

/** How often the winner of one half of the bars lost in the other half. */
export interface Overfitting {
  /** Share of the splits in which the winner came out below the median. */
  readonly chance: number;
  /** Number of splits: 12,870, or as many of them as were drawn where there are many settings. */
  readonly splits: number;
}

/** Sums of the returns of settings by blocks: of each setting and each of 16 blocks the sum and the sum of squares. */
export interface BlockSums {
  /** `[32 * setting + 2 * block]` the sum, beside it the sum of squares. */
  readonly sums: Float32Array | Float64Array;
  readonly settings: number;
  /** Returns of each setting. */
  readonly returns: number;
}

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: the bars are cut into 16
 * blocks; for every choice of 8 the setting with the best Sharpe ratio in them is looked up among all
 * settings in the other 8.
 *
 * @param profiles  one per setting, of curves of one length
 * @returns         null for fewer than two settings or 320 returns
 * @see Bailey, Borwein, López de Prado and Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance, 2017
 */
export function overfitting(profiles: readonly CurveProfile[]): Overfitting | null {
  const sums = new Float64Array(2 * BLOCKS * profiles.length);
  profiles.forEach(({ blocks }, k) => sums.set(blocks, 2 * BLOCKS * k));
  const work = overfittingWork({
    sums,
    settings: profiles.length,
    returns: profiles[0]?.moments.count ?? 0,
  });
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/**
 * The same in steps of some milliseconds, in memory that does not grow with the settings times the splits. Above some
 * 4,600 settings a random choice of the splits is counted.
 *
 * @returns  a generator that tells the share of the work done and returns the result
 */
export function* overfittingWork(blocks: BlockSums): Generator<number, Overfitting | null> {
  const { settings, returns } = blocks;
  if (settings < 2 || returns < FEWEST_RETURNS) return null;
  const pairs = chosenPairs(settings);
  const counts = countsOf(returns);
  // a split and its mirror image are met together: the mask that holds block 0, and the other
  const sides = [new Winners(pairs), new Winners(pairs.map((mask) => ALL_BLOCKS - mask))] as const;
  const tiles = Math.ceil(settings / TILE);
  const here = new Float64Array(TILE);
  const there = new Float64Array(TILE);
  for (let pass = 0; pass < 2; pass++) {
    for (let tile = 0; tile < tiles; tile++) {
      const sums = new TileSums(blocks, tile * TILE);
      pairs.forEach((mask, k) => {
        sums.ratios(mask, counts, here);
        sums.ratios(ALL_BLOCKS - mask, counts, there);
        if (pass === 0) {
          sides[0].look(k, here, there, sums.size);
          sides[1].look(k, there, here, sums.size);
        } else {
          sides[0].count(k, there, sums.size);
          sides[1].count(k, here, sums.size);
        }
      });
      yield (pass * tiles + tile + 1) / (2 * tiles);
    }
  }
  const splits = 2 * pairs.length;
  return { chance: (sides[0].lost() + sides[1].lost()) / splits, splits };
}

/** Masks with block 0 of half of the blocks, ascending: all, or a random choice where there are many settings. */
function chosenPairs(settings: number): Uint32Array {
  const all: number[] = [];
  for (let mask = 1; mask <= ALL_BLOCKS; mask += 2) if (bitCount(mask) === HALF) all.push(mask);
  const wanted = Math.max(FEWEST_PAIRS, Math.floor(MOST_RATIOS / (4 * settings)));
  if (wanted >= all.length) return Uint32Array.from(all);
  const random = new UniformStream(SPLIT_SEED);
  for (let k = 0; k < wanted; k++) {
    const other = k + Math.floor(random.next() * (all.length - k));
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return Uint32Array.from(all.slice(0, wanted)).sort();
}

/** Of each split the winner of its one half, and how many came below and above it in the other. */
class Winners {
  readonly #best: Float64Array;
  /** What the winner came to in the other half. */
  readonly #found: Float64Array;
  readonly #below: Float64Array;
  readonly #above: Float64Array;

  constructor({ length }: Uint32Array) {
    this.#best = new Float64Array(length).fill(-Infinity);
    this.#found = new Float64Array(length);
    this.#below = new Float64Array(length);
    this.#above = new Float64Array(length);
  }

  look(split: number, chosenOn: Float64Array, testedOn: Float64Array, size: number): void {
    let best = this.#best[split]!;
    for (let c = 0; c < size; c++) {
      if (chosenOn[c]! <= best) continue;
      best = chosenOn[c]!;
      this.#found[split] = testedOn[c]!;
    }
    this.#best[split] = best;
  }

  count(split: number, testedOn: Float64Array, size: number): void {
    const value = this.#found[split]!;
    let below = 0;
    let above = 0;
    for (let c = 0; c < size; c++) {
      if (testedOn[c]! < value) below += 1;
      else if (testedOn[c]! > value) above += 1;
    }
    this.#below[split]! += below;
    this.#above[split]! += above;
  }

  /** Splits whose winner came below the median; one that lies on it counts half. */
  lost(): number {
    let lost = 0;
    this.#below.forEach((below, k) => {
      const above = this.#above[k]!;
      if (below === above) lost += 0.5;
      else if (below < above) lost += 1;
    });
    return lost;
  }
}

/** Sums of some settings over every subset of the lower and of the upper eight blocks. */
class TileSums {
  readonly size: number;
  readonly #lower: HalfSums;
  readonly #upper: HalfSums;

  constructor(blocks: BlockSums, first: number) {
    this.size = Math.min(TILE, blocks.settings - first);
    this.#lower = halfSums(blocks.sums, first, this.size, 0);
    this.#upper = halfSums(blocks.sums, first, this.size, HALF);
  }

  /** Writes the Sharpe ratio per bar of each setting over the blocks of a mask. */
  ratios(mask: number, counts: (mask: number) => number, out: Float64Array): void {
    const low = (mask % HALF_MASKS) * TILE;
    const high = Math.floor(mask / HALF_MASKS) * TILE;
    const count = counts(mask);
    const [lower, upper] = [this.#lower, this.#upper];
    for (let c = 0; c < this.size; c++) {
      const sum = lower.sum[low + c]! + upper.sum[high + c]!;
      out[c] = sharpeOfSums(sum, lower.squares[low + c]! + upper.squares[high + c]!, count);
    }
  }
}

/** `[mask * TILE + setting]`. */
interface HalfSums {
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

function halfSums(sums: BlockSums['sums'], first: number, size: number, firstBlock: number): HalfSums {
  const sum = new Float64Array(HALF_MASKS * TILE);
  const squares = new Float64Array(HALF_MASKS * TILE);
  for (let mask = 1; mask < HALF_MASKS; mask++) {
    const lowest = mask & -mask;
    const at = 2 * (firstBlock + bitCount(lowest - 1));
    const rest = (mask - lowest) * TILE;
    for (let c = 0; c < size; c++) {
      const from = 2 * BLOCKS * (first + c) + at;
      sum[mask * TILE + c] = sum[rest + c]! + sums[from]!;
      squares[mask * TILE + c] = squares[rest + c]! + sums[from + 1]!;
    }
  }
  return { sum, squares };
}

function countsOf(rows: number): (mask: number) => number {
  const bounds = blockBounds(rows);
  const lengths = Array.from({ length: BLOCKS }, (_, k) => bounds[k + 1]! - bounds[k]!);
  return (mask) => {
    let count = 0;
    for (let k = 0; k < BLOCKS; k++) count += ((mask >> k) & 1) * lengths[k]!;
    return count;
  };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
