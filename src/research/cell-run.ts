import type { Column } from '../core/column';
import { BLOCKS, blockBounds, earlyRows } from '../core/lane-sweep';
import type { Metrics } from '../core/metrics';
import type { RunSettings } from '../core/run';
import { simulate } from '../engine/simulate';
import { measure } from '../metrics/measure';
import { moments, type Moments } from '../metrics/moments';
import { returns } from '../metrics/returns';
import { planStrategy, type ColumnStore, type ParameterValues } from '../script/evaluate';
import type { Plan } from '../script/plan';
import { columnsFor, type TimedSetup } from './columns-for';
import type { SweepCell } from './outcome';

export { BLOCKS, blockBounds, earlyRows };

/** What the statistics of a sweep need of one curve of equity, instead of the curve. */
export interface CurveProfile {
  /** Of the returns per bar. */
  readonly moments: Moments;
  /** Sum and sum of squares of the returns per bar: of each of 16 successive blocks, by turns. */
  readonly blocks: Column;
  /** The same two of the first 60 % of the bars. */
  readonly earlySum: number;
  readonly earlySquares: number;
}

/** One cell run by the exact engine. Plain values, so that workers can answer with it. */
export interface CellRun {
  /** By the exact engine all of them, by lanes those of `TrialFigure`. */
  readonly metrics: SweepCell['metrics'] & Partial<Metrics>;
  readonly profile: CurveProfile;
}

/** Runs cells exactly, in order; each cell is the values of the axes. It may use workers. */
export type ExactRunner = (cells: readonly (readonly number[])[]) => Promise<readonly CellRun[]>;

/** What is the same in every cell. */
export interface CellSetup extends TimedSetup {
  readonly plan: Plan;
  /** Names of the swept parameters, in the order of a cell's values. */
  readonly names: readonly string[];
  /** Values of parameters that are not swept. */
  readonly parameters: ParameterValues;
  readonly settings?: Partial<RunSettings>;
}

/**
 * An exact runner in this thread. Cells share their indicators through the store.
 *
 * @throws (when called) BacktabError `parameter_out_of_range` when an indicator refuses a cell's value
 */
export function exactRunner(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): ExactRunner {
  return async (cells) => cells.map((cell) => runCell(setup, cell, columns));
}

function runCell(setup: CellSetup, cell: readonly number[], columns: ColumnStore): CellRun {
  const { plan, bars, instrument } = setup;
  const strategy = planStrategy(plan, parametersOf(setup, cell), columns);
  const run = simulate({ bars, strategy, settings: { ...plan.settings, ...setup.settings } });
  return { metrics: measure(run, instrument.barsPerYear), profile: profileOf(run.series.equity) };
}

/** Values of all parameters in a cell. */
export const parametersOf = ({ names, parameters }: CellSetup, cell: readonly number[]): ParameterValues => ({
  ...parameters,
  ...Object.fromEntries(names.map((name, k) => [name, cell[k]!])),
});

/** Profile of an equity curve, one value per bar. */
export const profileOf = (equity: Column): CurveProfile => profileOfReturns(returns(equity));

/** Profile of the returns per bar of a curve. */
export function profileOfReturns(perBar: Column): CurveProfile {
  const bounds = blockBounds(perBar.length);
  const blocks: Column = new Float64Array(2 * BLOCKS);
  for (let k = 0; k < BLOCKS; k++) {
    const [sum, squares] = sums(perBar, bounds[k]!, bounds[k + 1]!);
    blocks[2 * k] = sum;
    blocks[2 * k + 1] = squares;
  }
  const [earlySum, earlySquares] = sums(perBar, 0, earlyRows(perBar.length));
  return { moments: moments(perBar), blocks, earlySum, earlySquares };
}

function sums(values: Column, from: number, to: number): readonly [number, number] {
  let sum = 0;
  let squares = 0;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    sum += value;
    squares += value * value;
  }
  return [sum, squares];
}

/** Sharpe ratio per bar from sums over `count` returns; 0 without movement. */
export function sharpeOfSums(sum: number, squares: number, count: number): number {
  const mean = sum / count;
  const variance = (squares - sum * mean) / (count - 1);
  return variance > 0 ? mean / Math.sqrt(variance) : 0;
}
