import * as Comlink from 'comlink';
import type { Door } from './boundary';
import type { OnProgress, Task } from './protocol';

/** A service whose long calls can be cancelled, paused and resumed by number. */
export interface Steerable {
  cancel(job: number): void;
  pause(job: number): void;
  resume(job: number): void;
}

let lastJob = 0;

/**
 * Starts a long call behind a door.
 *
 * @param use  the call, given the job's number and a callback that may cross the boundary
 */
export function startTask<Service extends Steerable, T>(
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
  const steer = (act: keyof Steerable) => (): void => {
    if (ended) return;
    const told = behind.call((remote) => (remote as Comlink.Remote<Steerable>)[act](job));
    told.catch((e: unknown) => e);
  };
  return { done, cancel: steer('cancel'), pause: steer('pause'), resume: steer('resume') };
}
