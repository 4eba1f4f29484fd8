import { afterEach, describe, expect, it, vi } from 'vitest';
import { UNWATCHED } from '../../core/job';
import { inPace, nextRows } from './in-pace';

afterEach(() => vi.restoreAllMocks());

/** A device on whose clock a row takes so many milliseconds; it tells the longest submission, and rows by submission. */
async function sent(total: number, most: number, perRow: number) {
  let [clock, queued] = [0, 0];
  const submissions: number[] = [];
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const onSubmittedWorkDone = async (): Promise<undefined> => {
    clock += queued;
    queued = 0;
    return undefined;
  };
  const device = { queue: { onSubmittedWorkDone } } as unknown as GPUDevice;
  const submit = (first: number, rows: number): number => {
    const taken = Math.min(rows, total - first);
    submissions.push(taken);
    queued += taken * perRow;
    return taken;
  };
  await inPace(device, total, most, submit, UNWATCHED);
  return { submissions, longest: Math.max(...submissions) * perRow };
}

describe('submissions to a device', () => {
  it.each([0.0001, 0.05, 0.5, 5, 50, 200])('of a row that takes %f ms never take 250 ms', async (perRow) => {
    const { submissions, longest } = await sent(5000, 1024, perRow);
    expect(submissions.reduce((sum, rows) => sum + rows, 0)).toBe(5000);
    expect(longest).toBeLessThanOrEqual(250);
  });

  it('become as long as there is room for on a fast device, after a few', async () => {
    const { submissions } = await sent(20_000, 1024, 0.001);
    expect(submissions.slice(0, 4)).toEqual([1, 1, 1, 1]);
    expect(submissions.slice(16, -1).every((rows) => rows === 1024)).toBe(true);
  });

  it('are made once for no rows', async () => {
    expect((await sent(0, 1024, 1)).submissions).toEqual([0]);
  });

  it('become shorter where a device slows down', () => {
    expect(nextRows(1024, 0.05, 1024)).toBe(1024);
    expect(nextRows(1024, 0.5, 1024)).toBe(200);
    expect(nextRows(200, 1000, 1024)).toBe(1);
    expect(nextRows(4, 0, 1024)).toBe(32);
  });

  it('end with the job', async () => {
    const stop = { checkpoint: () => Promise.reject(new Error('stop')) };
    const device = {} as GPUDevice;
    await expect(inPace(device, 9, 9, () => 1, stop)).rejects.toThrow('stop');
  });
});
