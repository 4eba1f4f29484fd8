import type { TwoAverageSweep } from '../../core/backend';
import type { Tape } from '../sweep/tape';

/** Byte sizes of the structures of `shaders/research/two-average-sweep.wgsl`: members of four bytes each. */
export const PARAMS_BYTES = 9 * 4;
const TAPE_WORDS = 5;
export const LANE_WORDS = 12;
export const OUTCOME_WORDS = 5;

const NEVER = 0xffffffff;
/** Member numbers of `Lane` that do not begin at zero. */
const CASH = 0;
const EQUITY = 2;
const PEAK = 3;
const BRACKET_BAR = 10;

/** One dispatch's `Params`. */
export function paramsOf(
  sweep: TwoAverageSweep,
  tile: { lanes: number; rows: number; firstBar: number; rankWords: number; isLast: boolean },
): ArrayBuffer {
  const words = new Uint32Array(PARAMS_BYTES / 4);
  words.set([tile.lanes, tile.rows, tile.firstBar, tile.rankWords, Number(tile.isLast)]);
  const { sizeFraction, feeRate, slippageRate, lotSize } = sweep;
  new Float32Array(words.buffer).set([sizeFraction, feeRate, slippageRate, lotSize], 5);
  return words.buffer;
}

/** Rows `[first - 1, first + rows)` of the tape; zeros, which fill nothing, before the first bar. */
export function tapeRows(tape: Tape, first: number, rows: number): ArrayBuffer {
  const words = new Uint32Array((rows + 1) * TAPE_WORDS);
  const numbers = new Float32Array(words.buffer);
  for (let row = first === 0 ? 1 : 0; row <= rows; row++) {
    const bar = first + row - 1;
    const at = row * TAPE_WORDS;
    numbers[at] = orZero(tape.open[bar]!);
    numbers[at + 1] = tape.mark[bar]!;
    numbers[at + 2] = orZero(tape.ask[bar]!);
    numbers[at + 3] = orZero(tape.bracketPrice[bar]!);
    words[at + 4] = tape.bracketBar[bar]! < 0 ? NEVER : tape.bracketBar[bar]!;
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
