import { BacktabError } from '../../core/errors';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Encoding by byte order mark, else UTF-8.
 *
 * @param file name for messages
 * @param head first bytes of the file
 * @throws BacktabError `file_kind_unknown` when the bytes are not text (they hold NUL)
 */
export function sniffEncoding(file: string, head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) throw new BacktabError('file_kind_unknown', { file });
  return 'utf-8';
}

/** Bytes of the UTF-8 byte order mark at the start of `head`: 3 or 0. */
export const bomLength = (head: Uint8Array): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
