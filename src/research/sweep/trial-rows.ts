import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import type { Metrics } from '../../core/metrics';
import { sharpeError } from '../../metrics/sharpe-error';
import { BLOCKS, type CellRun, type CellSetup } from '../cell-run';
import { sharpeOfEarly } from './early-sharpe';

/** What running some settings gave, one row each. Plain arrays, which cross workers and can be stored. */
export interface TrialRows {
  /** NaN where a setting has no such figure. */
  readonly figures: Readonly<Partial<Record<keyof Metrics, Column>>>;
  /** Of each row 16 sums of returns by blocks and of their squares, in turns; NaN in a row without. */
  readonly blocks: Float32Array<ArrayBuffer>;
  /** Sharpe ratio per bar over the early bars; NaN where it was not kept. */
  readonly early: Column;
  /** Standard error of the yearly Sharpe ratio; NaN where it is not known. */
  readonly sharpeError: Column;
}

/**
 * Runs settings, given by their places, over so many bars from the first one on. It may use workers; the job is told where
 * it does not.
 */
export type RowRunner = (places: Float64Array, bars: number, job?: Job) => Promise<TrialRows>;

/** Numbers that a row of `blocks` takes. */
export const BLOCK_SUMS = 2 * BLOCKS;

/** Rows of whole runs. */
export function rowsOfRuns(
  runs: readonly CellRun[],
  names: readonly (keyof Metrics)[],
  { instrument: { barsPerYear } }: Pick<CellSetup, 'instrument'>,
): TrialRows {
  const blocks = new Float32Array(BLOCK_SUMS * runs.length);
  const early = new Float64Array(runs.length);
  runs.forEach(({ profile }, row) => {
    blocks.set(profile.blocks, BLOCK_SUMS * row);
    const { earlySum, earlySquares, moments } = profile;
    early[row] = sharpeOfEarly(earlySum, earlySquares, moments.count);
  });
  return {
    figures: Object.fromEntries(
      names.map((name) => [name, Float64Array.from(runs, ({ metrics }) => metrics[name] ?? NaN)]),
    ),
    blocks,
    early,
    sharpeError: Float64Array.from(runs, (run) => yearlyError(run, barsPerYear)),
  };
}

function yearlyError({ profile: { moments } }: CellRun, barsPerYear: number): number {
  if (!(moments.deviation > 0)) return NaN;
  return sharpeError({ ...moments, sharpe: moments.mean / moments.deviation }) * Math.sqrt(barsPerYear);
}

/** All buffers of rows, to be handed over. */
export const buffersOf = ({ figures, blocks, early, sharpeError: errors }: TrialRows): ArrayBuffer[] =>
  [...Object.values(figures), blocks, early, errors].map(({ buffer }) => buffer as ArrayBuffer);
