import type { KernelBackend, TwoAverageOutcome } from '../../src/core/backend';
import { sweepLanes } from '../../src/research/lane-sweep';
import {
  figuresOf,
  type ScreenTool,
  type SweepRequest,
  type SweepResult,
  type SweepTools,
} from '../../src/research/sweep';
import { exactRows } from '../../src/research/sweep/row-runner';
import { screenRunner } from '../../src/research/sweep/screen';
import { cellOfRow } from '../../src/research/sweep/trial-table';
import { trialSpace } from '../../src/research/sweep/trial-space';
import { sweepTwoAverages } from '../../src/research/two-average-sweep';
import type { ColumnStore } from '../../src/script/evaluate';

/** The twins of all kernels as a backend, whose outcome of two averages may be changed. */
export function backendOf(change: (outcome: TwoAverageOutcome) => void = () => undefined): KernelBackend {
  return {
    kind: 'cpu',
    precision: 'f64',
    detail: 'twin',
    indicator: () => Promise.reject(new Error('not asked for')),
    async sweepTwoAverages(sweep, job) {
      const outcome = await sweepTwoAverages(sweep, job);
      change(outcome);
      return outcome;
    },
    sweepLanes,
    close: () => undefined,
  };
}

/** What a sweep is run with in one thread. */
export function toolsOf(from: SweepRequest, backend: KernelBackend | null, store: ColumnStore): SweepTools {
  const { axes } = trialSpace(from.plan, from.axes, null);
  const setup = { ...from, axes, figures: figuresOf(from.objectives) };
  const screen = (own: KernelBackend): ScreenTool => {
    const run = screenRunner({ ...setup, columns: store, capacity: 1e8 }, own);
    return { kind: own.kind, precision: own.precision, run };
  };
  return { screen: backend && screen(backend), exact: exactRows(setup, store) };
}

/** All settings of a sweep. */
export const cellsOf = (outcome: SweepResult) =>
  Array.from(outcome.trials.place, (_, row) => cellOfRow(outcome, row));

/** How many of them the exact engine ran. */
export const exactOf = ({ trials }: SweepResult) => trials.exact.reduce((sum, one) => sum + one, 0);
