import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openBackend, type BackendSources } from './registry';

const loadKernels = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)));
const noKernels = (): Promise<never> => Promise.reject(new Error('404'));

/** A browser's door to GPUs with one adapter, or none. */
function gpuWith(adapter: { isFallbackAdapter: boolean; device?: Error } | null): GPU {
  const info = { isFallbackAdapter: adapter?.isFallbackAdapter, vendor: 'acme', architecture: 'road-runner' };
  const device = { lost: new Promise(() => undefined), destroy: () => undefined };
  const requestDevice = () => (adapter?.device ? Promise.reject(adapter.device) : Promise.resolve(device));
  return { requestAdapter: async () => adapter && { info, requestDevice } } as unknown as GPU;
}

const details = async (sources: BackendSources): Promise<string[]> =>
  (await openBackend(sources)).probes.map(
    ({ available, detail }) => `${available ? 'yes' : 'no'}: ${detail}`,
  );

describe('openBackend', () => {
  it('takes the GPU where there is a real one', async () => {
    const { backend, probes } = await openBackend({
      loadKernels,
      gpu: gpuWith({ isFallbackAdapter: false }),
    });
    expect([backend.kind, backend.precision, backend.detail]).toEqual([
      'webgpu',
      'f32',
      'GPU: acme road-runner',
    ]);
    expect(probes.map(({ kind }) => kind)).toEqual(['webgpu', 'wasm', 'cpu']);
    backend.close();
  });

  it('takes WASM where the GPU is software, and says why', async () => {
    const sources = { loadKernels, gpu: gpuWith({ isFallbackAdapter: true }) };
    expect((await openBackend(sources)).backend.kind).toBe('wasm');
    expect(await details(sources)).toEqual([
      'no: Software GPU: WASM is faster',
      'yes: WASM SIMD',
      'yes: JavaScript',
    ]);
    expect((await openBackend(sources)).probes.map(({ forcible }) => forcible)).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('takes a software GPU when forced', async () => {
    const gpu = gpuWith({ isFallbackAdapter: true });
    const { backend } = await openBackend({ loadKernels, gpu }, 'webgpu');
    expect([backend.kind, backend.detail]).toEqual(['webgpu', 'Software GPU']);
  });

  it.each([
    ['no GPU access', undefined, 'no: No GPU access in this browser'],
    ['no adapter', gpuWith(null), 'no: No GPU on this device'],
    [
      'no device',
      gpuWith({ isFallbackAdapter: false, device: new Error('too many') }),
      'no: The GPU could not be opened: too many',
    ],
  ])('says so with %s', async (_, gpu, words) => {
    expect((await details({ loadKernels, gpu }))[0]).toBe(words);
  });

  it('takes JavaScript when the kernels do not load', async () => {
    const { backend, probes } = await openBackend({ loadKernels: noKernels, gpu: undefined });
    expect(backend.kind).toBe('cpu');
    expect(probes[1]).toEqual({ kind: 'wasm', available: false, detail: 'No WASM here: 404' });
  });

  it.each(['wasm', 'cpu'] as const)('takes %s when forced', async (choice) => {
    const { backend } = await openBackend(
      { loadKernels, gpu: gpuWith({ isFallbackAdapter: false }) },
      choice,
    );
    expect(backend.kind).toBe(choice);
    const close = Float64Array.of(1, 2, 4);
    expect(await backend.indicator('sma', [close], [2])).toEqual([Float64Array.of(NaN, 1.5, 3)]);
  });

  it('refuses a forced backend that is not there', async () => {
    const sources = { loadKernels: noKernels, gpu: undefined };
    const unavailable = expect.objectContaining({ code: 'backend_unavailable' });
    await expect(openBackend(sources, 'webgpu')).rejects.toEqual(unavailable);
    await expect(openBackend(sources, 'wasm')).rejects.toEqual(unavailable);
  });
});
