import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BacktabError } from '../core/errors';
import type { ByteSource } from '../data/import/source';

/**
 * A file of the disk as bytes to read once.
 *
 * @throws BacktabError `file_not_readable`
 */
export async function fileSource(path: string): Promise<ByteSource> {
  try {
    const { size } = await stat(path);
    const blob = await openAsBlob(path);
    return { name: basename(path), size, stream: () => blob.stream() };
  } catch (e) {
    const reason =
      e instanceof Error && 'code' in e && e.code === 'ENOENT' ? 'there is no such file' : String(e);
    throw new BacktabError('file_not_readable', { file: path, reason }, { cause: e });
  }
}
