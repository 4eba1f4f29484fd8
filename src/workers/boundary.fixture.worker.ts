import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import { installErrorTransfer } from './boundary';
import { Jobs } from './jobs';
import type { OnProgress } from './protocol';

const jobs = new Jobs();

/** What the boundary's tests need of a worker: to answer, to fail, to die, to be slow. */
const service = {
  double: (value: number): number => value * 2,
  refuse(): never {
    throw new BacktabError('parameter_out_of_range', { name: 'period', value: 0, min: 1, max: 9 });
  },
  stumble(): never {
    throw new TypeError('not a figure');
  },
  die(): Promise<never> {
    setTimeout(() => {
      throw new Error('out of memory');
    });
    return new Promise(() => undefined);
  },
  count: (job: number, to: number, onProgress: OnProgress): Promise<number> =>
    jobs.run(job, 'Counting', onProgress, async ({ checkpoint }) => {
      for (let i = 0; i < to; i++) await checkpoint(i, to);
      await checkpoint(to, to);
      return to;
    }),
  cancel: (job: number): void => jobs.cancel(job),
  pause: (job: number): void => jobs.pause(job),
  resume: (job: number): void => jobs.resume(job),
};

export type FixtureService = typeof service;

installErrorTransfer();
Comlink.expose(service);
