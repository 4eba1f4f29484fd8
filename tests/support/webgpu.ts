import type { ComputeBackend } from '../../src/compute/backend';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWebGpuBackend } from '../../src/compute/webgpu/backend';
import { GpuDevice } from '../../src/compute/webgpu/gpu-device';

/** A device of the browser that the test runs in. */
export async function requestDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter();
  return adapter!.requestDevice();
}

const none = (): Promise<GPUDevice> => Promise.reject(new Error('no other device'));

/** A backend on a device, with another one only where `reopen` opens it. Its clock stands still. */
export const webGpuBackend = (device: GPUDevice, reopen = none): ComputeBackend =>
  createWebGpuBackend(new GpuDevice(device, reopen, () => 0), 'GPU', createCpuBackend());
