/** Pipelines of one device that are kept; those of scripts no longer swept go first. */
const MOST_KEPT = 16;

const built = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

/**
 * A pipeline of a device, built once.
 *
 * @param key    stands for all that it is built from
 * @param build  builds it; what it throws is not kept
 */
export function pipelineOf(
  device: GPUDevice,
  key: string,
  build: () => Promise<GPUComputePipeline>,
): Promise<GPUComputePipeline> {
  const kept = built.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  built.set(device, kept);
  const pipeline = kept.get(key) ?? build();
  kept.delete(key);
  kept.set(key, pipeline);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  pipeline.catch(() => kept.delete(key));
  return pipeline;
}
