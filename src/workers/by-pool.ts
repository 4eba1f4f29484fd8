import type { WatchedJob } from './jobs';

/**
 * Work by workers that end with it, and at once when the job is cancelled: what they have in hand is not waited for.
 *
 * @throws whatever `work` throws; that is `worker_lost` where the job was cancelled while workers had something in hand
 */
export async function byPool<T>(
  pool: { close(): void },
  { signal }: Pick<WatchedJob, 'signal'>,
  work: () => Promise<T>,
): Promise<T> {
  signal.addEventListener('abort', () => pool.close());
  try {
    return await work();
  } finally {
    pool.close();
  }
}
