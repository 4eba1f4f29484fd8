import type { KernelBackend } from '../../core/backend';
import { batch } from '../../indicators/batch';
import { sweepTwoAverages } from '../../research/two-average-sweep';
import { indicatorOf } from '../indicator-of';

/**
 * The backend that runs the f64 twins themselves. It is always there, and what it computes is the
 * definition of every other backend's result.
 */
export function createCpuBackend(): KernelBackend {
  return {
    kind: 'cpu',
    precision: 'f64',
    detail: 'JavaScript',
    indicator: async (name, inputs, params) => batch(indicatorOf(name), inputs, params),
    sweepTwoAverages,
    close: () => undefined,
  };
}
