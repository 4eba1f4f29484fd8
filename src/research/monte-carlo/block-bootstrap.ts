import type { Column } from '../../core/column';
import type { PathNumbers } from '../../core/random/path-numbers';
import { blockLength } from '../../metrics/block-length';
import type { PathModel } from './path-model';

/** Returns needed for blocks that are not all alike. */
export const BOOTSTRAP_MINIMUM = 30;

const START_STREAM = 0;
const MOVE_STREAM = 1;

/** Mean block length of a column of returns: the automatic one, 1 where single rows are best or nothing tells. */
export const bootstrapBlock = (logReturns: Column): number => Math.max(1, blockLength(logReturns) ?? 1);

/**
 * Paths of the stationary block bootstrap: at each step the next row follows with chance `1 - 1 / meanBlock`, else a new
 * block begins at a row drawn from all; the last row is followed by the first. Each row is equally likely at each step.
 *
 * @param logReturns  `f64[n]`, n at least 1
 * @param meanBlock   mean block length in rows, 1 or more; 1 draws single rows
 * @param steps       of a path
 * @returns           writes a path as `PathModel.write` does; the control is the log growth less its expectation
 * @see Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association, 1994
 */
export function bootstrapPaths(logReturns: Column, meanBlock: number, steps: number): PathModel['write'] {
  const rows = logReturns.length;
  const mean = logReturns.reduce((sum, value) => sum + value, 0) / rows;
  const begin = 1 / meanBlock;
  const starts: Column = new Float64Array(steps);
  const moves: Column = new Float64Array(steps);
  return (numbers: PathNumbers, path, out) => {
    numbers.uniforms(path, START_STREAM, starts);
    numbers.uniforms(path, MOVE_STREAM, moves);
    let growth = 0;
    let row = 0;
    for (let step = 0; step < steps; step++) {
      const begins = step === 0 || moves[step]! < begin;
      row = begins ? Math.floor(starts[step]! * rows) : row + 1;
      if (row >= rows) row = 0;
      growth += logReturns[row]!;
      out[step] = growth;
    }
    return growth - steps * mean;
  };
}

/** The stationary block bootstrap as a model of futures. */
export function bootstrapModel(logReturns: Column, steps: number): PathModel {
  const block = bootstrapBlock(logReturns);
  return {
    name: 'bootstrap',
    title: 'Stationary block bootstrap',
    question:
      'What else could have come of the same returns, drawn anew in blocks that keep what hangs together?',
    assumptions: [
      'The future has the returns of this run and no others: nothing worse than its worst stretch can come but by piling up.',
      'Dependence reaches no further than a block, of random length with the mean below (Politis and White).',
    ],
    parameters: [
      { name: 'meanBlock', value: block, unit: 'bars' },
      { name: 'rows', value: logReturns.length, unit: 'returns' },
    ],
    unit: 'bar',
    steps,
    driver: 'rows',
    independent: null,
    write: bootstrapPaths(logReturns, block, steps),
  };
}
