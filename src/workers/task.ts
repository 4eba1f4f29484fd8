import * as Comlink from 'comlink';
import type { Door } from './boundary';
import type { OnProgress, Task } from './protocol';

/** A service whose long calls can be cancelled by number. */
export interface Cancellable {
  cancel(job: number): void;
}

let lastJob = 0;

/**
 * Starts a long call behind a door.
 *
 * @param use  the call, given the job's number and a callback that may cross the boundary
 */
export function startTask<Service extends Cancellable, T>(
  behind: Door<Service>,
  use: (service: Comlink.Remote<Service>, job: number, onProgress: OnProgress) => Promise<T>,
  onProgress: OnProgress = () => undefined,
): Task<T> {
  const job = ++lastJob;
  let ended = false;
  const done = behind
    .call((service) => use(service, job, Comlink.proxy(onProgress)))
    .finally(() => {
      ended = true;
    });
  const cancel = (): void => {
    if (ended) return;
    const service = behind.call((remote) => (remote as Comlink.Remote<Cancellable>).cancel(job));
    service.catch((e: unknown) => e);
  };
  return { done, cancel };
}
