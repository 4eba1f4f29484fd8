import { afterEach, describe, expect, it } from 'vitest';
import { isBacktabError } from '../core/errors';
import { door, installErrorTransfer } from './boundary';
import type { FixtureService } from './boundary.fixture.worker';
import { startTask } from './task';

installErrorTransfer();

const start = (): Worker =>
  new Worker(new URL('./boundary.fixture.worker.ts', import.meta.url), { type: 'module' });

const fixture = door<FixtureService>('fixture', start);

afterEach(() => fixture.close());

describe('worker boundary', () => {
  it('answers', async () => {
    expect(await fixture.call((s) => s.double(21))).toBe(42);
  });

  it('keeps class, code, params and remedy of a failure', async () => {
    const failure = await fixture.call((s) => s.refuse()).catch((e: unknown) => e);
    expect(isBacktabError(failure, 'parameter_out_of_range')).toBe(true);
    expect(failure).toMatchObject({
      params: { name: 'period', max: 9 },
      remedy: 'Choose a value from 1 to 9.',
    });
  });

  it('passes on other errors by name and message', async () => {
    await expect(fixture.call((s) => s.stumble())).rejects.toThrow('not a figure');
  });

  it('rejects every call in flight when the worker dies, and starts afresh', async () => {
    const first = fixture.call((s) => s.die());
    const second = fixture.call((s) => s.die());
    for (const call of [first, second]) {
      const failure = await call.catch((e: unknown) => e);
      expect(isBacktabError(failure, 'worker_lost')).toBe(true);
    }
    expect(await fixture.call((s) => s.double(4))).toBe(8);
  });

  it('rejects calls in flight when it is closed', async () => {
    const call = fixture.call((s) => s.die());
    fixture.close();
    await expect(call).rejects.toMatchObject({ code: 'worker_lost', params: { reason: 'closed' } });
  });

  it('reports a worker whose file is missing', async () => {
    const missing = door<FixtureService>(
      'missing',
      () => new Worker('/no-such-worker.js', { type: 'module' }),
    );
    await expect(missing.call((s) => s.double(1))).rejects.toMatchObject({ code: 'worker_lost' });
  });
});

describe('tasks', () => {
  it('tell progress up to the end', async () => {
    const told: number[] = [];
    const task = startTask(
      fixture,
      (s, job, onProgress) => s.count(job, 1000, onProgress),
      (done) => told.push(done),
    );
    expect(await task.done).toBe(1000);
    expect(told.at(-1)).toBe(1000);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('end on cancel, and the worker works on', async () => {
    const task = startTask(
      fixture,
      (s, job, onProgress) => s.count(job, 1e12, onProgress),
      () => {
        task.cancel();
      },
    );
    await expect(task.done).rejects.toMatchObject({ code: 'cancelled', params: { work: 'Counting' } });
    task.cancel();
    expect(await fixture.call((s) => s.double(1))).toBe(2);
  });
});
