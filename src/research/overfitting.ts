import { UniformStream } from '../core/random/uniforms';
import { BLOCKS, blockBounds, type CurveProfile } from './cell-run';

/** Blocks whose subsets are summed ahead: a split is four of these. */
const GROUP = 4;
const GROUPS = BLOCKS / GROUP;
const SUBSETS = 1 << GROUP;
const ALL_BLOCKS = (1 << BLOCKS) - 1;
/** Fewer returns than this make blocks too short to rank by. */
const FEWEST_RETURNS = 20 * BLOCKS;
/** Settings whose sums over subsets of blocks are kept at a time: half a megabyte, in a core's own cache. */
const TILE = 512;
/** Sharpe ratios that are compared at most; beyond, only so many of the splits are drawn. */
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
  const found = splitWinners(pairs.length);
  const tiles = Math.ceil(settings / TILE);
  const sums = new TileSums(blocks);
  for (let pass = 0; pass < 2; pass++) {
    for (let tile = 0; tile < tiles; tile++) {
      sums.load(tile * TILE);
      if (pass === 0) pairs.forEach((mask, k) => sums.look(mask, counts, found, k));
      else pairs.forEach((mask, k) => sums.count(mask, counts, found, k));
      yield (pass * tiles + tile + 1) / (2 * tiles);
    }
  }
  return { chance: lostShare(found), splits: 2 * pairs.length };
}

/** Masks with block 0 of half of the blocks, ascending: all, or a random choice where there are many settings. */
function chosenPairs(settings: number): Uint32Array {
  const all: number[] = [];
  for (let mask = 1; mask <= ALL_BLOCKS; mask += 2) if (bitCount(mask) === BLOCKS / 2) all.push(mask);
  const wanted = Math.max(FEWEST_PAIRS, Math.floor(MOST_RATIOS / (4 * settings)));
  if (wanted >= all.length) return Uint32Array.from(all);
  const random = new UniformStream(SPLIT_SEED);
  for (let k = 0; k < wanted; k++) {
    const other = k + Math.floor(random.next() * (all.length - k));
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return Uint32Array.from(all.slice(0, wanted)).sort();
}

/**
 * Winners of splits. A split and its mirror image stand beside each other, at `2 * k` and `2 * k + 1`: the first one chooses
 * by the mask that holds block 0 and tests by the other.
 */
interface SplitWinners {
  readonly best: Float64Array;
  /** What the winner came to in the other half. */
  readonly tested: Float64Array;
  /** Settings that came below and above it there. */
  readonly below: Float64Array;
  readonly above: Float64Array;
}

const splitWinners = (pairs: number): SplitWinners => ({
  best: new Float64Array(2 * pairs).fill(-Infinity),
  tested: new Float64Array(2 * pairs),
  below: new Float64Array(2 * pairs),
  above: new Float64Array(2 * pairs),
});

/** Share of the splits whose winner came below the median; one that lies on it counts half. */
function lostShare({ below, above }: SplitWinners): number {
  let lost = 0;
  for (let k = 0; k < below.length; k++) {
    if (below[k] === above[k]) lost += 0.5;
    else if (below[k]! < above[k]!) lost += 1;
  }
  return lost / below.length;
}

/** Sums of some settings over every subset of each four blocks that follow each other. */
class TileSums {
  readonly #blocks: BlockSums;
  #size = 0;
  /** `[(group * 16 + subset) * TILE + setting]` */
  readonly #sums = new Float64Array(GROUPS * SUBSETS * TILE);
  readonly #squares = new Float64Array(GROUPS * SUBSETS * TILE);
  /** What the two halves of a split order the settings by. */
  readonly #here = new Float64Array(TILE);
  readonly #there = new Float64Array(TILE);

  constructor(blocks: BlockSums) {
    this.#blocks = blocks;
  }

  /** Sums the settings from `first` on; those of no block stay 0. */
  load(first: number): void {
    const { sums, settings } = this.#blocks;
    this.#size = Math.min(TILE, settings - first);
    for (let group = 0; group < GROUPS; group++) {
      for (let subset = 1; subset < SUBSETS; subset++) {
        const lowest = subset & -subset;
        const at = 2 * (group * GROUP + bitCount(lowest - 1));
        const rest = (group * SUBSETS + subset - lowest) * TILE;
        const to = (group * SUBSETS + subset) * TILE;
        for (let c = 0; c < this.#size; c++) {
          const from = 2 * BLOCKS * (first + c) + at;
          this.#sums[to + c] = this.#sums[rest + c]! + sums[from]!;
          this.#squares[to + c] = this.#squares[rest + c]! + sums[from + 1]!;
        }
      }
    }
  }

  /** Looks for the winners of a mask and of its mirror image. */
  look(mask: number, counts: (mask: number) => number, { best, tested }: SplitWinners, pair: number): void {
    this.#order(mask, counts(mask), this.#here);
    this.#order(ALL_BLOCKS - mask, counts(ALL_BLOCKS - mask), this.#there);
    const [here, there] = [this.#here, this.#there];
    let [first, second] = [best[2 * pair]!, best[2 * pair + 1]!];
    for (let c = 0; c < this.#size; c++) {
      const [x, y] = [here[c]!, there[c]!];
      if (x > first) {
        first = x;
        tested[2 * pair] = y;
      }
      if (y > second) {
        second = y;
        tested[2 * pair + 1] = x;
      }
    }
    best[2 * pair] = first;
    best[2 * pair + 1] = second;
  }

  /** Counts the settings on either side of the winners. */
  count(mask: number, counts: (mask: number) => number, found: SplitWinners, pair: number): void {
    this.#order(mask, counts(mask), this.#here);
    this.#order(ALL_BLOCKS - mask, counts(ALL_BLOCKS - mask), this.#there);
    this.#countOn(this.#there, found, 2 * pair);
    this.#countOn(this.#here, found, 2 * pair + 1);
  }

  #countOn(values: Float64Array, { tested, below, above }: SplitWinners, split: number): void {
    const value = tested[split]!;
    let [less, more] = [0, 0];
    for (let c = 0; c < this.#size; c++) {
      if (values[c]! < value) less += 1;
      else if (values[c]! > value) more += 1;
    }
    below[split]! += less;
    above[split]! += more;
  }

  /**
   * Writes a number that orders the settings as their Sharpe ratios over the blocks of a mask do: the square of the ratio
   * but for a factor, with its sign; 0 without movement.
   */
  #order(mask: number, count: number, out: Float64Array): void {
    const [sums, squares] = [this.#sums, this.#squares];
    const a = (mask & 15) * TILE;
    const b = (SUBSETS + ((mask >> 4) & 15)) * TILE;
    const c = (2 * SUBSETS + ((mask >> 8) & 15)) * TILE;
    const d = (3 * SUBSETS + (mask >> 12)) * TILE;
    for (let k = 0; k < this.#size; k++) {
      const sum = sums[a + k]! + sums[b + k]! + (sums[c + k]! + sums[d + k]!);
      const square = squares[a + k]! + squares[b + k]! + (squares[c + k]! + squares[d + k]!);
      const spread = square * count - sum * sum;
      out[k] = spread > 0 ? (sum * Math.abs(sum)) / spread : 0;
    }
  }
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
