/** Bytes of the buffer that is copied, and copies of one measurement. */
const COPY_BYTES = 128 * 2 ** 20;
const COPIES = 20;
const MEASUREMENTS = 4;

/** What a kernel does for one lane and bar, counted in its WGSL. */
export interface LaneWork {
  /** Asked of memory or its caches, where it does not depend on what the lane meets. */
  readonly bytes: number;
  /** Operations on f32, likewise. */
  readonly flops: number;
}

/** Bytes a second that a device reads and writes while it copies one of its buffers to another: the best of some tries. */
export async function copyBandwidth(device: GPUDevice): Promise<number> {
  const buffer = (usage: number): GPUBuffer => device.createBuffer({ size: COPY_BYTES, usage });
  const [from, to] = [buffer(GPUBufferUsage.COPY_SRC), buffer(GPUBufferUsage.COPY_DST)];
  let best = 0;
  for (let k = 0; k < MEASUREMENTS; k++) {
    const encoder = device.createCommandEncoder();
    for (let copy = 0; copy < COPIES; copy++) encoder.copyBufferToBuffer(from, 0, to, 0, COPY_BYTES);
    const startedAt = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    const seconds = (performance.now() - startedAt) / 1000;
    best = Math.max(best, (2 * COPIES * COPY_BYTES) / seconds);
  }
  from.destroy();
  to.destroy();
  return best;
}

/** Heads of the cells of `rateCells`. */
export const RATE_HEADS = ['GB/s asked', 'of copy bandwidth', 'GFLOP/s'];

/** How near to what the device can do a kernel comes. */
export function rateCells({ bytes, flops }: LaneWork, perSecond: number, bandwidth: number): string[] {
  const asked = bytes * perSecond;
  return [
    (asked / 1e9).toFixed(1),
    `${((100 * asked) / bandwidth).toFixed(1)} %`,
    ((flops * perSecond) / 1e9).toFixed(1),
  ];
}

/** A device of this machine with its name and what copies on it move; null where there is none. */
export async function measuredDevice(
  gpu: GPU,
): Promise<{ readonly device: GPUDevice; readonly words: string; readonly bandwidth: number } | null> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return null;
  const device = await adapter.requestDevice();
  const bandwidth = await copyBandwidth(device);
  const { vendor, architecture, isFallbackAdapter } = adapter.info;
  const name = `${vendor} ${architecture}${isFallbackAdapter ? ', a software adapter' : ''}`;
  return {
    device,
    words: `${name}: copies move ${(bandwidth / 1e9).toFixed(0)} GB/s, read and written`,
    bandwidth,
  };
}
