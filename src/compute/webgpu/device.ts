import { BacktabError } from '../../core/errors';

const SCOPES = ['validation', 'out-of-memory', 'internal'] as const;

/**
 * Runs work on a device so that nothing fails unseen: the errors of the device become coded ones, and
 * a lost device rejects at once instead of leaving the work pending.
 *
 * @param kernel  name for messages
 * @throws BacktabError `device_lost` | `kernel_invalid` | `backend_unavailable`, and what `work` throws
 */
export async function onDevice<T>(device: GPUDevice, kernel: string, work: () => Promise<T>): Promise<T> {
  const lost = device.lost.then(({ message }): never => {
    throw new BacktabError('device_lost', { reason: message || 'no reason was given' });
  });
  return Promise.race([lost, scoped(device, kernel, work)]);
}

async function scoped<T>(device: GPUDevice, kernel: string, work: () => Promise<T>): Promise<T> {
  for (const scope of SCOPES) device.pushErrorScope(scope);
  const result = await settle(work);
  const errors = await Promise.all(SCOPES.map(() => device.popErrorScope()));
  const error = errors.find((e) => e !== null);
  if (error) throw deviceError(error, kernel);
  if ('failure' in result) throw result.failure;
  return result.value;
}

type Settled<T> = { readonly value: T } | { readonly failure: unknown };

async function settle<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work() };
  } catch (failure) {
    return { failure };
  }
}

function deviceError(error: GPUError, kernel: string): BacktabError {
  if (error instanceof GPUOutOfMemoryError) {
    return new BacktabError('backend_unavailable', { backend: 'GPU', reason: 'its memory is too small' });
  }
  return new BacktabError('kernel_invalid', { kernel, reason: error.message });
}
