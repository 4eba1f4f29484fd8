import { describe, expect, it } from 'vitest';
import { gbmOnGpu } from '../../src/compute/webgpu/gbm-paths';
import { UNWATCHED } from '../../src/core/job';
import { gbmCases } from './gbm-cases';

const adapter = (await navigator.gpu?.requestAdapter()) ?? null;

describe.skipIf(!adapter)(
  `paths of a geometric Brownian motion on webgpu${adapter ? '' : ': skipped, no adapter'}`,
  () => {
    const open = async (): Promise<GPUDevice> => (await navigator.gpu.requestAdapter())!.requestDevice();

    gbmCases(async (rule, request) => {
      const device = await open();
      try {
        return await gbmOnGpu(device, rule, request, UNWATCHED);
      } finally {
        device.destroy();
      }
    }, 10_000);

    it('reject with device_lost when the device goes away', async () => {
      const device = await open();
      const job = { checkpoint: async () => device.destroy() };
      const request = { paths: 100, steps: 1000, seed: 1 };
      await expect(gbmOnGpu(device, { mean: 0, deviation: 0.01 }, request, job)).rejects.toMatchObject({
        code: 'device_lost',
      });
    });
  },
);
