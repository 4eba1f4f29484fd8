import { BacktabError } from '../../core/errors';

/** Names of failures after which a new connection may work. */
const TRANSIENT = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TransactionInactiveError',
  'TimeoutError',
]);

/** An error and what it wraps: Dexie keeps the browser's error as `inner`, and lists those of a batch. */
function* chain(e: unknown): Generator<{ name: string; message: string }> {
  let current: unknown = e;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth++) {
    const { name, message, inner, cause, failures } = current as Record<string, unknown>;
    yield { name: String(name), message: String(message) };
    current = inner ?? cause ?? (Array.isArray(failures) ? failures[0] : undefined);
  }
}

/** Whether the disk or the site's share of it is full. */
export const isQuotaError = (e: unknown): boolean =>
  [...chain(e)].some(({ name, message }) => name === 'QuotaExceededError' || /quota/i.test(message));

/** Whether the same operation may succeed on a new connection. */
export const isTransient = (e: unknown): boolean =>
  !isQuotaError(e) && [...chain(e)].some(({ name }) => TRANSIENT.has(name));

/**
 * A failure of the database in the catalogue's words.
 *
 * @param neededBytes what the operation wanted to store
 * @param freeBytes   what is free, 0 where unknown
 */
export function storageError(e: unknown, neededBytes: number, freeBytes: number): BacktabError {
  if (e instanceof BacktabError) return e;
  if (isQuotaError(e)) return new BacktabError('storage_full', { neededBytes, freeBytes }, { cause: e });
  const [first] = chain(e);
  const reason =
    (first?.message ?? String(e)).split('\n')[0]!.trim().replace(/\.$/, '') || (first?.name ?? 'it failed');
  return new BacktabError('storage_unavailable', { reason }, { cause: e });
}
