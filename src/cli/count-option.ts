import { BacktabError } from '../core/errors';

/**
 * A whole number above zero, the value of an option.
 *
 * @param name  of the option, without dashes
 * @throws BacktabError `usage`
 */
export function readCount(name: string, word: string, most = Number.MAX_SAFE_INTEGER): number {
  const count = Number(word);
  if (word.trim() !== '' && Number.isSafeInteger(count) && count > 0 && count <= most) return count;
  const range = most === Number.MAX_SAFE_INTEGER ? 'above zero' : `from 1 to ${most}`;
  throw new BacktabError('usage', { reason: `--${name} takes a whole number ${range}, was '${word}'.` });
}
