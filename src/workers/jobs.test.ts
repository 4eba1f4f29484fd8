import { describe, expect, it } from 'vitest';
import { Jobs } from './jobs';

/** A job of ten steps that tells each, and pauses itself at one. */
function steps(jobs: Jobs, pauseAt: number) {
  const seen: number[] = [];
  let reached: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (reached = resolve));
  const done = jobs.run(
    1,
    'Counting',
    () => undefined,
    async ({ checkpoint }) => {
      for (let k = 0; k < 10; k++) {
        seen.push(k);
        if (k === pauseAt) {
          jobs.pause(1);
          reached();
        }
        await checkpoint(k, 10);
      }
      return seen.length;
    },
  );
  return { seen, held, done };
}

describe('a paused job', () => {
  it('waits at its checkpoint and goes on when it is resumed', async () => {
    const jobs = new Jobs();
    const { seen, held, done } = steps(jobs, 3);
    await held;
    await Promise.resolve();
    expect(seen).toEqual([0, 1, 2, 3]);
    jobs.resume(1);
    expect(await done).toBe(10);
  });

  it('ends when it is cancelled', async () => {
    const jobs = new Jobs();
    const { held, done } = steps(jobs, 3);
    await held;
    jobs.cancel(1);
    await expect(done).rejects.toMatchObject({ code: 'cancelled', params: { work: 'Counting' } });
  });

  it('is paused again after it was resumed, and pausing twice is pausing once', async () => {
    const jobs = new Jobs();
    const { held, done } = steps(jobs, 3);
    await held;
    jobs.pause(1);
    jobs.resume(1);
    jobs.pause(1);
    jobs.resume(1);
    expect(await done).toBe(10);
  });
});

it('leaves jobs that do not run alone', () => {
  const jobs = new Jobs();
  expect(() => {
    jobs.pause(7);
    jobs.resume(7);
    jobs.cancel(7);
  }).not.toThrow();
});
