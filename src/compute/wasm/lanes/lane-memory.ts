import { BLOCKS, type LaneOutcome, type LaneSweep } from '../../../core/lane-sweep';
import { returnStretches } from '../../../core/return-stretches';
import { laneRules } from '../../../engine/lane/lane-rules';
import { barRanges } from '../../sweep/bar-ranges';
import type { Arena } from '../arena';
import { orderWord } from './order-word';
import type { ProgramLayout } from './program-layout';

/** Trials whose figures are found at once. */
export const SIDE_BY_SIDE = 2;
/** Numbers of each of two trials that `laneFigures` writes before those of the blocks, and where some of them stand. */
const FIGURES = 8;
const [FINAL, DRAWDOWN, MEAN, DEVIATION, EARLY_SUM, EARLY_SQUARES, LOWEST, PEAK] = [0, 1, 2, 3, 4, 5, 6, 7];
const VECTOR = 16;
/** As `wasm/research/lane-figures.ts` numbers what ends. */
const ENDS = { block: 1, early: 2 } as const;

/** Where the bars, columns and results of a sweep lie in WASM memory. */
export class LaneMemory {
  readonly acts: number;
  /** Equity of each of two trials. */
  readonly curves: readonly number[];
  readonly figures: number;
  readonly stretches: number;
  readonly stretchCount: number;
  /** Addresses of the nine columns of the bars, then the rules and the orders. */
  readonly bars: number;
  readonly rules: number;
  readonly orders: number;
  readonly #arena: Arena;
  readonly #sweep: LaneSweep;
  readonly #layout: ProgramLayout;
  readonly #columns: readonly number[];

  constructor(arena: Arena, sweep: LaneSweep, layout: ProgramLayout) {
    this.#arena = arena;
    this.#sweep = sweep;
    this.#layout = layout;
    const rows = sweep.bars.close.length;
    this.bars = this.#writeWords(this.#barColumns());
    this.rules = this.#write(Float64Array.from(Object.values(laneRules(sweep.settings))));
    this.orders = this.#writeWords(sweep.program.orders.map(orderWord));
    this.#columns = sweep.columns.map((column) => this.#write(column));
    const stretches = returnStretches(Math.max(0, rows - 1));
    this.stretchCount = stretches.length;
    this.stretches = this.#writeWords(stretches.flatMap(({ end, ends }) => [end, ENDS[ends]]));
    this.acts = arena.take(rows / 8 + VECTOR);
    this.curves = Array.from({ length: SIDE_BY_SIDE }, () => arena.take(rows));
    this.figures = arena.take(SIDE_BY_SIDE * (FIGURES + 2 * BLOCKS));
  }

  /** Gives the program the columns and numbers of a trial, and makes it forget the one before. */
  begin(trial: number): void {
    const { columnOf, numbers, program } = this.#sweep;
    const { columns, numbers: numbersAt, keptFrom, keptTo, ringsTo } = this.#layout;
    const words = this.#arena.words(columns, program.columns);
    for (let slot = 0; slot < words.length; slot++)
      words[slot] = this.#columns[columnOf[trial * program.columns + slot]!]!;
    const all = this.#arena.all();
    for (let slot = 0; slot < program.numbers; slot++)
      all[numbersAt / 8 + slot] = numbers[trial * program.numbers + slot]!;
    all.fill(0, keptFrom / 8, keptTo / 8);
    all.fill(NaN, keptTo / 8, ringsTo / 8);
  }

  /** Turns the figures of one of two curves into a row of the outcome. */
  read(outcome: LaneOutcome, trial: number, side: number, trades: number): void {
    const all = this.#arena.all();
    const at = (figure: number): number => all[this.figures / 8 + figure * SIDE_BY_SIDE + side]!;
    const isBeyond = trades < 0 || !(at(LOWEST) > 0) || !(at(PEAK) < Infinity) || Number.isNaN(at(FINAL));
    outcome.beyond[trial] = Number(isBeyond);
    if (isBeyond) return;
    outcome.finalEquity[trial] = at(FINAL);
    outcome.maxDrawdown[trial] = at(DRAWDOWN);
    outcome.meanReturn[trial] = at(MEAN);
    outcome.deviation[trial] = at(DEVIATION);
    outcome.trades[trial] = trades;
    outcome.early[2 * trial] = at(EARLY_SUM);
    outcome.early[2 * trial + 1] = at(EARLY_SQUARES);
    for (let k = 0; k < 2 * BLOCKS; k++) outcome.blocks[trial * 2 * BLOCKS + k] = at(FIGURES + k);
  }

  #barColumns(): readonly number[] {
    const { bars } = this.#sweep;
    const { lowest, highest, blockLowest, blockHighest } = barRanges(bars);
    const columns = [bars.open, bars.high, bars.low, bars.close, bars.volume];
    return [...columns, lowest, highest, blockLowest, blockHighest].map((column) => this.#write(column));
  }

  #write(numbers: Float64Array): number {
    const at = this.#arena.take(numbers.length);
    this.#arena.numbers(at, numbers.length).set(numbers);
    return at;
  }

  #writeWords(words: readonly number[]): number {
    const at = this.#arena.take(words.length / 2);
    this.#arena.words(at, words.length).set(words);
    return at;
  }
}
