import type { TwoAverageSweep } from '../../core/backend';
import { BLOCKS } from '../../core/lane-sweep';
import { stretchesOf } from '../../research/two-average-sweep';
import type { Tape } from '../sweep/tape';

/** Byte sizes of the structures of `shaders/research/two-average-sweep.wgsl`: members of four bytes each. */
export const PARAMS_BYTES = 10 * 4;
export const TAPE_WORDS = 6;
export const LANE_WORDS = 10;
export const OUTCOME_WORDS = 3;

const NEVER = 0xffffffff;
/** Member numbers of `Lane` that do not begin at zero. */
const CASH = 0;
const EQUITY = 2;
const PEAK = 3;
const BRACKET_BAR = 8;

/** Bars of one dispatch, all of them of one block of returns. */
export interface SweepTile {
  readonly first: number;
  readonly rows: number;
  readonly block: number;
  /** Whether the early returns end with it. */
  readonly endsEarly: boolean;
  readonly isLast: boolean;
}

/** What tells the tile of so many bars that begins at a bar, of up to `most`. */
export function sweepTiles(bars: number): (first: number, most: number) => SweepTile {
  const stretches = stretchesOf(bars);
  const blockEnds = stretches.flatMap(({ end, ends }) => (ends === 'block' ? [end + 1] : []));
  const early = 1 + stretches.find(({ ends }) => ends === 'early')!.end;
  return (first, most) => {
    const open = blockEnds.findIndex((end) => end > Math.max(1, first));
    const block = open < 0 ? BLOCKS - 1 : open;
    const to = Math.min(first + most, bars, blockEnds[open] ?? bars, first < early ? early : bars);
    return { first, rows: to - first, block, endsEarly: to === early, isLast: to === bars };
  };
}

/** One dispatch's `Params`. */
export function paramsOf(
  sweep: TwoAverageSweep,
  tile: SweepTile,
  lanes: number,
  rankWords: number,
): ArrayBuffer {
  const words = new Uint32Array(PARAMS_BYTES / 4);
  const { first, rows, block } = tile;
  words.set([lanes, rows, first, rankWords, Number(tile.isLast), block, Number(tile.endsEarly)]);
  const { sizeFraction, feeRate, lotSize } = sweep;
  new Float32Array(words.buffer).set([sizeFraction, feeRate, lotSize], 7);
  return words.buffer;
}

/** Rows `[first - 1, first + rows)` of the tape; zeros, which fill nothing, before the first bar. */
export function tapeRows(tape: Tape, slippageRate: number, first: number, rows: number): ArrayBuffer {
  const words = new Uint32Array((rows + 1) * TAPE_WORDS);
  const numbers = new Float32Array(words.buffer);
  for (let row = first === 0 ? 1 : 0; row <= rows; row++) {
    const bar = first + row - 1;
    const at = row * TAPE_WORDS;
    numbers[at] = orZero(tape.open[bar]! * (1 + slippageRate));
    numbers[at + 1] = orZero(tape.open[bar]! * (1 - slippageRate));
    numbers[at + 2] = tape.mark[bar]!;
    numbers[at + 3] = orZero(tape.ask[bar]!);
    numbers[at + 4] = orZero(tape.bracketPrice[bar]!);
    words[at + 5] = tape.bracketBar[bar]! < 0 ? NEVER : tape.bracketBar[bar]!;
  }
  return words.buffer;
}

/** The state of lanes that have seen no bar. */
export function freshLanes(lanes: number, capital: number): ArrayBuffer {
  const words = new Uint32Array(lanes * LANE_WORDS);
  const numbers = new Float32Array(words.buffer);
  for (let at = 0; at < words.length; at += LANE_WORDS) {
    for (const member of [CASH, EQUITY, PEAK]) numbers[at + member] = capital;
    words[at + BRACKET_BAR] = NEVER;
  }
  return words.buffer;
}

const orZero = (x: number): number => (Number.isNaN(x) ? 0 : x);
