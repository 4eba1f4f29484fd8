import kernelsUrl from '@kernels.wasm?url';
import { describe, expect, it } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { requestDevice, webGpuBackend } from '../support/webgpu';
import { UNWATCHED } from '../../src/core/job';
import { batchCases } from './batch-cases';
import { sweepOn } from './data';
import { indicatorCases, SOME_INDICATORS } from './indicator-cases';
import { defaultsOnly } from './parameter-sets';
import { laneCases, repeatedLanes } from './lane-cases';
import { laneSweepOn } from './lane-data';
import { sweepCases } from './sweep-cases';

const kernels = WebAssembly.compileStreaming(fetch(kernelsUrl));
const adapter = (await navigator.gpu?.requestAdapter()) ?? null;

describe('cpu in the browser', () => {
  indicatorCases(async () => createCpuBackend(), defaultsOnly, SOME_INDICATORS);
  sweepCases(async () => createCpuBackend());
});

describe('wasm in the browser', () => {
  const open = async () => createWasmBackend(await kernels);
  indicatorCases(open, defaultsOnly);
  batchCases(open, defaultsOnly);
  sweepCases(open);
  laneCases(open);
});

describe.skipIf(!adapter)(`webgpu in the browser${adapter ? '' : ': skipped, no adapter'}`, () => {
  const open = async () => {
    return webGpuBackend(await requestDevice());
  };
  sweepCases(open);
  laneCases(open);

  it('rejects with device_lost when the device goes away', async () => {
    const device = await requestDevice();
    const backend = webGpuBackend(device);
    const job = { checkpoint: async () => device.destroy() };
    await expect(backend.sweepTwoAverages(sweepOn(60, 'both'), job)).rejects.toMatchObject({
      code: 'device_lost',
    });
  });

  it('runs two sweeps that overlap', async () => {
    const backend = await open();
    const sweep = sweepOn(200, 'both');
    const [one, two] = await Promise.all([1, 2].map(() => backend.sweepTwoAverages(sweep, UNWATCHED)));
    expect(one).toEqual(two);
    backend.close();
  });

  /** A device that says once, of the first group after its pipeline was built, that there is no room. */
  async function crowded(): Promise<{ device: GPUDevice; scopes: () => number }> {
    const device = await requestDevice();
    const pop = device.popErrorScope.bind(device);
    let scopes = 0;
    // Three scopes are the pipeline's; of the three of the first group one is that of memory.
    device.popErrorScope = async () => {
      const error = await pop();
      return ++scopes === 5 ? new GPUOutOfMemoryError('no room') : error;
    };
    return { device, scopes: () => scopes };
  }

  it('halves what goes at once where the memory of the device is too small', async () => {
    const { device, scopes } = await crowded();
    const sweep = repeatedLanes(laneSweepOn('averages with stop and target', 60), 20);
    const outcome = await webGpuBackend(device).sweepLanes(sweep, UNWATCHED);
    const twin = await createCpuBackend().sweepLanes(sweep, UNWATCHED);
    expect(scopes()).toBe(12);
    expect(outcome.trades).toEqual(twin.trades);
    device.destroy();
  });

  it('halves pairs of averages as well', async () => {
    const { device, scopes } = await crowded();
    const few = sweepOn(60, 'both');
    const pairs = Uint32Array.from(Array.from({ length: 10 }, () => [...few.pairs]).flat());
    const outcome = await webGpuBackend(device).sweepTwoAverages({ ...few, pairs }, UNWATCHED);
    const twin = await createCpuBackend().sweepTwoAverages({ ...few, pairs }, UNWATCHED);
    expect(scopes()).toBe(12);
    expect(outcome.trades).toEqual(twin.trades);
    device.destroy();
  });

  it('leaves nothing unwritten, whatever the shape: 100 of them', { timeout: 120_000 }, async () => {
    const backend = await open();
    const twin = createCpuBackend();
    const lanes = laneSweepOn('averages with stop and target', 90);
    for (let k = 0; k < 50; k++) {
      const few = sweepOn(1 + ((37 * k) % 257), 'both');
      const pairs = few.pairs.slice(0, 2 * (1 + ((5 * k) % 17)));
      const found = await backend.sweepTwoAverages({ ...few, pairs }, UNWATCHED);
      expect(found.trades).toEqual((await twin.sweepTwoAverages({ ...few, pairs }, UNWATCHED)).trades);
      expect(found.blocks.some(Number.isNaN)).toBe(false);
      const many = repeatedLanes(lanes, 1 + (k % 25));
      const { beyond, trades } = await backend.sweepLanes(many, UNWATCHED);
      const expected = await twin.sweepLanes(many, UNWATCHED);
      expect([...beyond]).toEqual([...expected.beyond]);
      expect(trades).toEqual(expected.trades);
    }
    backend.close();
  });

  it('builds the pipeline of a program once', async () => {
    const device = await requestDevice();
    const build = device.createComputePipelineAsync.bind(device);
    let built = 0;
    device.createComputePipelineAsync = (descriptor) => {
      built += 1;
      return build(descriptor);
    };
    const backend = webGpuBackend(device);
    const [averages, other] = [
      'averages with stop and target',
      'long and short with a trailing stop in percent',
    ] as const;
    for (const kind of [averages, averages, other, averages])
      await backend.sweepLanes(laneSweepOn(kind, 60), UNWATCHED);
    expect(built).toBe(2);
    for (const bracket of ['none', 'both'] as const)
      await backend.sweepTwoAverages(sweepOn(60, bracket), UNWATCHED);
    expect(built).toBe(3);
    backend.close();
  });

  it('has exact indicators', async () => {
    const backend = await open();
    const close = Float64Array.of(1, 2, 4);
    expect(await backend.indicator('sma', [close], [2])).toEqual([Float64Array.of(NaN, 1.5, 3)]);
    backend.close();
  });
});
