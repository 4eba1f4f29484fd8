import type { Column } from '../../../core/column';
import { blockBounds, earlyRows, type LaneSweep } from '../../../core/lane-sweep';
import { isPrice } from '../../../engine/cursor';
import { laneRules } from '../../../engine/lane/lane-rules';
import { pairOf, type ProgramShader } from './program-shader';

/** Words of the structures of `shaders/research/lane-sweep.wgsl`, and members that do not begin at zero. */
export const PARAMS_WORDS = 26;
export const BAR_WORDS = 12;
export const LANE_WORDS = 30;
export const OUTCOME_WORDS = 40;
export const BLOCKS_AT = 8;
const [CASH, EQUITY, PEAK] = [0, 2, 3];
const LEVELS = [16, 18, 22, 24];
const TRADED = 1;
const ENDS_EARLY = 2;
const BLOCK_ENDS_SHIFT = 8;

/** What stands for no number. */
export const MISSING = Math.fround(3e38);
/** Share of a number of lots by which an f32 misses it. */
const LOT_SLACK = 1e-6;

/** A tile of rows and a group of trials. */
export interface Tile {
  readonly first: number;
  readonly rows: number;
  readonly isLast: boolean;
}

/** One dispatch's `Params`. */
export function paramsOf(sweep: LaneSweep, trials: number, shader: ProgramShader, tile: Tile): ArrayBuffer {
  const rules = laneRules(sweep.settings);
  const words = new Uint32Array(PARAMS_WORDS);
  words.set([
    trials,
    tile.rows,
    tile.first,
    shader.lead,
    sweep.columns.length,
    sweep.program.columns,
    sweep.program.numbers,
    shader.kept,
    Number(tile.isLast),
    rules.slips,
    rules.isBounded,
    rules.mayShort,
  ]);
  const numbers = [
    rules.takerRate,
    rules.makerRate,
    rules.feePerUnit,
    rules.feePerOrder,
    rules.feeMinimum === 0 ? -MISSING : rules.feeMinimum,
    Math.min(rules.feeMaximum, MISSING),
    rules.openingShare,
    rules.closingShare,
    rules.rootImpact,
    rules.squareImpact,
    rules.leastShare,
    rules.lotSize,
    LOT_SLACK,
    rules.minNotional,
  ];
  new Float32Array(words.buffer).set(numbers, words.length - numbers.length);
  return words.buffer;
}

/** Bars of a tile. */
export function barRows({ bars }: LaneSweep, { first, rows }: Tile, marks: Column): ArrayBuffer {
  const words = new Uint32Array(rows * BAR_WORDS);
  const numbers = new Float32Array(words.buffer);
  const count = bars.close.length - 1;
  const ends = blockBounds(count).slice(1);
  const early = earlyRows(count);
  for (let k = 0; k < rows; k++) {
    const row = first + k;
    const prices = [bars.open[row]!, bars.high[row]!, bars.low[row]!, bars.close[row]!];
    const isTraded = prices.every(isPrice);
    const at = k * BAR_WORDS;
    if (isTraded) prices.forEach((price, member) => numbers.set(pairOf(price), at + 2 * member));
    numbers[at + 8] = marks[row]!;
    numbers[at + 9] = bars.volume[row]! > 0 ? bars.volume[row]! : 0;
    const blocks = ends.filter((end) => end === row).length;
    words[at + 10] =
      (isTraded ? TRADED : 0) | (row === early ? ENDS_EARLY : 0) | (blocks << BLOCK_ENDS_SHIFT);
  }
  return words.buffer;
}

/** Last close that was a price at each row; 0 before the first. */
export function marksOf({ bars }: LaneSweep): Column {
  let mark = 0;
  return bars.close.map((close) => (mark = isPrice(close) ? close : mark));
}

/** Rows of all columns side by side, from `lead` rows before a tile on; none before the first row. */
export function columnRows({ columns }: LaneSweep, { first, rows }: Tile, lead: number): ArrayBuffer {
  const width = columns.length;
  const pairs = new Float32Array((lead + rows) * width * 2).fill(MISSING);
  columns.forEach((column, k) => {
    for (let row = Math.max(0, first - lead); row < first + rows; row++)
      writePair(pairs, ((row - first + lead) * width + k) * 2, column[row]!);
  });
  return pairs.buffer;
}

/** Numbers of trials as pairs. */
export function numberPairs(numbers: Column): ArrayBuffer {
  const pairs = new Float32Array(numbers.length * 2);
  numbers.forEach((value, k) => writePair(pairs, 2 * k, value));
  return pairs.buffer;
}

function writePair(pairs: Float32Array, at: number, value: number): void {
  const isNumber = Math.abs(value) < 1e38;
  const hi = isNumber ? Math.fround(value) : MISSING;
  pairs[at] = hi;
  pairs[at + 1] = isNumber ? value - hi : 0;
}

/** Lanes that have seen no bar. */
export function freshLanes(trials: number, capital: number): ArrayBuffer {
  const numbers = new Float32Array(trials * LANE_WORDS);
  for (let at = 0; at < numbers.length; at += LANE_WORDS) {
    for (const member of [CASH, EQUITY, PEAK]) numbers[at + member] = capital;
    for (const member of LEVELS) numbers[at + member] = MISSING;
  }
  return numbers.buffer;
}

/** What trials keep before the first row. */
export function freshKept(trials: number, { kept, zeros }: ProgramShader): ArrayBuffer {
  const numbers = new Float32Array(trials * kept).fill(MISSING);
  for (let trial = 0; trial < trials; trial++) for (const at of zeros) numbers[trial * kept + at] = 0;
  return numbers.buffer;
}
