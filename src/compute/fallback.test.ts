import { describe, expect, it } from 'vitest';
import type { ComputeBackend } from './backend';
import { BacktabError } from '../core/errors';
import { createCpuBackend } from './cpu/backend';
import { withFallback } from './fallback';

const close = Float64Array.of(1, 2, 4);
const lost = new BacktabError('device_lost', { reason: 'driver reset' });

function failing(error: Error): ComputeBackend & { asked: number; closed: boolean } {
  const backend = {
    ...createCpuBackend(),
    kind: 'webgpu' as const,
    precision: 'f32' as const,
    detail: 'GPU',
    asked: 0,
    closed: false,
    indicator: () => {
      backend.asked++;
      return Promise.reject(error);
    },
    close: () => {
      backend.closed = true;
    },
  };
  return backend;
}

describe('withFallback', () => {
  it('answers from the next backend, keeps the reason and does not ask the lost one again', async () => {
    const gpu = failing(lost);
    const backend = withFallback([gpu, createCpuBackend()]);
    expect([backend.kind, backend.precision, backend.detail]).toEqual(['webgpu', 'f32', 'GPU']);
    expect(await backend.indicator('sma', [close], [2])).toEqual([Float64Array.of(NaN, 1.5, 3)]);
    await backend.indicator('sma', [close], [2]);
    expect(gpu.asked).toBe(1);
    expect([backend.kind, backend.precision]).toEqual(['cpu', 'f64']);
    expect(backend.detail).toBe('JavaScript (The GPU stopped answering: driver reset.)');
  });

  it('loses one backend only when several calls fail at once', async () => {
    const backend = withFallback([failing(lost), createCpuBackend()]);
    const calls = await Promise.all([1, 2, 3].map(() => backend.indicator('sma', [close], [2])));
    expect(calls.length).toBe(3);
    expect(backend.kind).toBe('cpu');
  });

  it('passes on a failure of the last backend', async () => {
    await expect(withFallback([failing(lost)]).indicator('sma', [close], [2])).rejects.toBe(lost);
  });

  it.each([new BacktabError('cancelled', { work: 'Sweep' }), new Error('from the caller')])(
    'passes on %s, which is not the backend’s fault',
    async (error) => {
      const backend = withFallback([failing(error), createCpuBackend()]);
      await expect(backend.indicator('sma', [close], [2])).rejects.toBe(error);
      expect(backend.kind).toBe('webgpu');
    },
  );

  it('closes all', () => {
    const gpus = [failing(lost), failing(lost)];
    withFallback(gpus).close();
    expect(gpus.map(({ closed }) => closed)).toEqual([true, true]);
  });
});
