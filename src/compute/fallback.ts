import { BacktabError, type ErrorCode } from '../core/errors';
import type { ComputeBackend } from './backend';

/** Failures of a backend itself; any other one is the caller's, and the next backend would meet it too. */
const BACKEND_FAILURES: ReadonlySet<ErrorCode> = new Set([
  'device_lost',
  'kernel_invalid',
  'backend_unavailable',
]);

/**
 * One backend made of several: each call goes to the first that still works. A backend that failed
 * is not asked again, and `detail` keeps the reason.
 *
 * @param backends  in order of preference, at least one; `close` closes all
 */
export function withFallback(backends: readonly ComputeBackend[]): ComputeBackend {
  let active = 0;
  let reason = '';
  const current = (): ComputeBackend => {
    const backend = backends[active];
    if (!backend) throw new BacktabError('backend_unavailable', { backend: 'Every backend', reason });
    return backend;
  };

  async function ask<T>(use: (backend: ComputeBackend) => Promise<T>): Promise<T> {
    const asked = active;
    try {
      return await use(current());
    } catch (e) {
      const isLast = asked + 1 >= backends.length;
      if (isLast || !(e instanceof BacktabError) || !BACKEND_FAILURES.has(e.code)) throw e;
      reason = e.message;
      active = Math.max(active, asked + 1);
      return ask(use);
    }
  }

  return {
    get kind() {
      return current().kind;
    },
    get precision() {
      return current().precision;
    },
    get detail() {
      return reason === '' ? current().detail : `${current().detail} (${reason})`;
    },
    indicator: (kernel, inputs, params) => ask((backend) => backend.indicator(kernel, inputs, params)),
    async load(columns) {
      await Promise.all(backends.map((backend) => backend.load(columns)));
    },
    // A batch falls back call by call, where it fails.
    computeIndicators: (calls, take) => current().computeIndicators(calls, take),
    sweepTwoAverages: (sweep, job) => ask((backend) => backend.sweepTwoAverages(sweep, job)),
    sweepLanes: (sweep, job) => ask((backend) => backend.sweepLanes(sweep, job)),
    close() {
      for (const backend of backends) backend.close();
    },
  };
}
