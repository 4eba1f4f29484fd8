import type { Contest } from './contest';
import { figure } from './shape';

/** How the benchmark of a contest is called. */
export type BenchmarkName = 'cash' | 'holding';

/** How a contest was resampled. */
export interface ContestSetup {
  readonly benchmark: BenchmarkName;
  readonly resamples: number;
  /** Bars of a row. */
  readonly width: number;
}

/** How a contest was resampled, as figures. */
export const resampleFigures = ({ meanBlock }: Contest, resamples: number, width: number) => [
  figure('meanBlock', 'Mean block', 'bars', meanBlock * width),
  figure('resamples', 'Resamples', 'count', resamples),
];

/** What the tests on resampled means take for granted. */
export const contestAssumptions = (benchmark: BenchmarkName): readonly string[] => [
  benchmark === 'cash'
    ? 'Returns per bar are compared with none at all (cash without interest).'
    : 'Returns per bar are compared with those of holding the instrument.',
  'Returns are stationary and weakly dependent: blocks of bars of random length are drawn (stationary bootstrap), the same for all settings.',
  'Only settings of this grid count as tried.',
];
