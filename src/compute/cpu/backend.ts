import { batch } from '../../indicators/batch';
import { sweepLanes } from '../../research/lane-sweep';
import { sweepTwoAverages } from '../../research/two-average-sweep';
import type { ComputeBackend } from '../backend';
import { indicatorOf } from '../indicator-of';
import { computeByTwins } from '../twin-batch';

/**
 * The backend that runs the f64 twins themselves. It is always there, and what it computes is the
 * definition of every other backend's result.
 */
export function createCpuBackend(): ComputeBackend {
  return {
    kind: 'cpu',
    precision: 'f64',
    detail: 'JavaScript',
    indicator: async (name, inputs, params) => batch(indicatorOf(name), inputs, params),
    load: () => Promise.resolve(),
    computeIndicators: computeByTwins,
    sweepTwoAverages,
    sweepLanes,
    close: () => undefined,
  };
}
