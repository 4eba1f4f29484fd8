import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { BacktabError } from '../core/errors';

/** Where bytes of any length go. */
export interface Sink {
  /** Done when there is room for more. */
  write(bytes: Uint8Array): Promise<void>;
  /** All is written. */
  end(): Promise<void>;
}

/**
 * Writes to a file, which is made or emptied.
 *
 * @throws BacktabError `file_not_writable`
 */
export async function fileSink(path: string): Promise<Sink> {
  const file = await noting(path, () => open(path, 'w'));
  return {
    write: (bytes) => noting(path, () => file.writeFile(bytes)),
    end: () => noting(path, () => file.close()),
  };
}

async function noting<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (e) {
    const reason = e instanceof Error ? e.message : String(e);
    throw new BacktabError('file_not_writable', { file: path, reason }, { cause: e });
  }
}

/** Writes to standard output. */
export function standardSink(): Sink {
  const { stdout } = process;
  let failure: Error | null = null;
  stdout.on('error', (e: Error) => (failure = e));
  return {
    async write(bytes) {
      if (failure) throw failure;
      if (!stdout.write(bytes)) await once(stdout, 'drain');
    },
    end: () => Promise.resolve(),
  };
}

/** Whether whoever reads standard output has enough, as `head` after its lines. */
export const isClosedPipe = (e: unknown): boolean => e instanceof Error && 'code' in e && e.code === 'EPIPE';
