import kernelsUrl from '@kernels.wasm?url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { withFallback } from '../../src/compute/fallback';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { UNWATCHED } from '../../src/core/job';
import { requestDevice, webGpuBackend } from '../support/webgpu';
import { sweepOn } from './data';

const adapter = (await navigator.gpu?.requestAdapter()) ?? null;
const kernels = WebAssembly.compileStreaming(fetch(kernelsUrl));

const BARS = 41_000;
/** On a clock that stands still: of 1, 8, 64, 512 and then 1,024 rows, less where a block or the early returns end. */
const SUBMISSIONS = 63;

type Loss = 'destroyed' | 'unknown';

/** A device that counts what it is given, and is lost with the `at`-th of it. */
async function losing(at: number, loss: Loss): Promise<{ device: GPUDevice; submitted: () => number }> {
  const device = await requestDevice();
  const submit = device.queue.submit.bind(device.queue);
  const { promise: lost, resolve: lose } = Promise.withResolvers<GPUDeviceLostInfo>();
  if (loss === 'unknown') Object.defineProperty(device, 'lost', { value: lost });
  let submitted = 0;
  device.queue.submit = (buffers) => {
    if (submitted++ === at && loss === 'destroyed') device.destroy();
    submit(buffers);
    if (submitted > at) lose({ reason: 'unknown', message: 'the driver was reset' } as GPUDeviceLostInfo);
  };
  return { device, submitted: () => submitted };
}

beforeEach(() => vi.spyOn(performance, 'now').mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

describe.skipIf(!adapter)(`a device that is lost${adapter ? '' : ': skipped, no adapter'}`, () => {
  const sweep = sweepOn(BARS, 'both');

  it(
    'at any submission is replaced by one that gives the same to the bit',
    { timeout: 240_000 },
    async () => {
      const whole = await losing(Infinity, 'destroyed');
      const expected = await webGpuBackend(whole.device).sweepTwoAverages(sweep, UNWATCHED);
      expect(whole.submitted()).toBe(SUBMISSIONS);
      for (let at = 0; at < SUBMISSIONS; at++) {
        const { device } = await losing(at, at % 2 === 0 ? 'destroyed' : 'unknown');
        let opened = 0;
        const backend = webGpuBackend(device, () => {
          opened += 1;
          return requestDevice();
        });
        expect(await backend.sweepTwoAverages(sweep, UNWATCHED), `lost at ${at}`).toEqual(expected);
        expect(opened).toBe(1);
        backend.close();
      }
    },
  );

  it('again and again is given up after three others within a minute, and WASM takes over', async () => {
    const short = sweepOn(60, 'both');
    const wasm = await createWasmBackend(await kernels);
    let opened = 0;
    const reopen = async (): Promise<GPUDevice> => {
      opened += 1;
      return (await losing(0, 'destroyed')).device;
    };
    const gpu = webGpuBackend(await reopen(), reopen);
    const backend = withFallback([gpu, wasm]);
    expect(await backend.sweepTwoAverages(short, UNWATCHED)).toEqual(
      await wasm.sweepTwoAverages(short, UNWATCHED),
    );
    expect(opened).toBe(4);
    expect(backend.detail).toMatch(/^WASM SIMD .*stopped answering/);
    backend.close();
  });

  it.each([
    ['arrives lost', async () => destroyed(await requestDevice())],
    ['is not given', () => Promise.reject(new DOMException('gone', 'OperationError'))],
  ])('and another that %s leave the work to the next backend', async (_, reopen) => {
    const short = sweepOn(60, 'both');
    const backend = withFallback([
      webGpuBackend(destroyed(await requestDevice()), reopen),
      createCpuBackend(),
    ]);
    const outcome = await backend.sweepTwoAverages(short, UNWATCHED);
    expect(outcome).toEqual(await createCpuBackend().sweepTwoAverages(short, UNWATCHED));
    expect(backend.kind).toBe('cpu');
  });
});

function destroyed(device: GPUDevice): GPUDevice {
  device.destroy();
  return device;
}
