import type { Column } from '../../core/column';
import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

const START_STREAM = 0;

/** Returns needed: two stretches that do not overlap. */
export const historyMinimum = (steps: number): number => 2 * steps;

/**
 * Historical simulation: a path begins after a bar drawn from all that leave room, and goes on exactly as the run did.
 *
 * @param logReturns  `f64[n]`, n at least `steps`
 * @param steps       of a path
 * @returns           writes a path as `PathModel.write` does; the control is the log growth less its mean over all stretches
 * @see Hull, Options, Futures, and Other Derivatives, 11th edition, 2021, chapter 22 (historical simulation)
 */
export function historyPaths(logReturns: Column, steps: number): PathModel['write'] {
  const sums: Column = new Float64Array(logReturns.length + 1);
  for (let i = 0; i < logReturns.length; i++) sums[i + 1] = sums[i]! + logReturns[i]!;
  const stretches = logReturns.length - steps + 1;
  let mean = 0;
  for (let row = 0; row < stretches; row++) mean += (sums[row + steps]! - sums[row]!) / stretches;
  const start: Column = new Float64Array(1);
  return (numbers: PathNumbers, path, out) => {
    numbers.uniforms(path, START_STREAM, start);
    const row = Math.floor(start[0]! * stretches);
    const before = sums[row]!;
    for (let step = 0; step < steps; step++) out[step] = sums[row + step + 1]! - before;
    return out[steps - 1]! - mean;
  };
}

/** Historical simulation as a model of futures. */
export function historyModel(logReturns: Column, steps: number): PathModel {
  const independent = Math.floor(logReturns.length / steps);
  return {
    name: 'history',
    title: 'Historical simulation',
    question: 'What would have become of someone who began at another bar of this very history?',
    assumptions: [
      'Every stretch of the run is as likely as any other, and is replayed as it was: nothing else can happen.',
      `Stretches overlap: however many paths are drawn, they hold ${independent} that share no bar, and ranges of chances count those.`,
    ],
    parameters: [
      { name: 'stretches', value: logReturns.length - steps + 1, unit: 'starts' },
      { name: 'independent', value: independent, unit: 'stretches that share no bar' },
    ],
    unit: 'bar',
    steps,
    driver: 'rows',
    independent,
    write: historyPaths(logReturns, steps),
  };
}
