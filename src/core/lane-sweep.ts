import type { Bars } from './bars';
import type { Column } from './column';
import type { RunSettings } from './settings';
import type { SweepProgram } from './sweep-program';

/** Blocks of returns that the cross-validation of a sweep deals out. */
export const BLOCKS = 16;

/** Share of the returns that count as early. */
export const EARLY_SHARE = 0.6;

/** Rows of returns that each block starts at, and where the last one ends. */
export const blockBounds = (rows: number): readonly number[] =>
  Array.from({ length: BLOCKS + 1 }, (_, k) => Math.floor((k * rows) / BLOCKS));

/** Returns that count as early. */
export const earlyRows = (rows: number): number => Math.floor(EARLY_SHARE * rows);

/** Trials of one program over the same bars, by the rules of `src/engine/lane`. */
export interface LaneSweep {
  readonly bars: Pick<Bars, 'open' | 'high' | 'low' | 'close' | 'volume'>;
  /** As lanes know them (`laneForeignSetting`). */
  readonly settings: RunSettings;
  readonly program: SweepProgram;
  readonly trials: number;
  /** Columns that trials share, one value a row. */
  readonly columns: readonly Column[];
  /** `u32[trials][program.columns]`: which of `columns` stands in each slot of a trial. */
  readonly columnOf: Uint32Array<ArrayBuffer>;
  /** `f64[trials][program.numbers]` */
  readonly numbers: Column;
}

/** One value per trial, of its account value at each close. Trials that are beyond lanes have NaN everywhere. */
export interface LaneOutcome {
  readonly finalEquity: Column;
  /** Fraction in [0, 1]. */
  readonly maxDrawdown: Column;
  /** Mean and sample deviation of the returns per bar, `rows - 1` of them. */
  readonly meanReturn: Column;
  readonly deviation: Column;
  /** Round trips that ended. */
  readonly trades: Column;
  /** `f64[trials][32]`: sum and sum of squares of the returns of each of 16 successive blocks, by turns. */
  readonly blocks: Column;
  /** `f64[trials][2]`: the same two of the first 60 % of the returns. */
  readonly early: Column;
  /** 1 where a trial met what only the whole engine knows, or its account value was not above zero and finite. */
  readonly beyond: Uint8Array<ArrayBuffer>;
}
