import type { BackendKind } from '../core/backend';
import { BacktabError } from '../core/errors';

const BACKENDS = ['auto', 'cpu', 'wasm'] as const;

/**
 * The value of `--backend`.
 *
 * @throws BacktabError `usage`
 */
export function readBackend(word = 'auto'): BackendKind | 'auto' {
  const found = BACKENDS.find((name) => name === word);
  if (found) return found;
  throw new BacktabError('usage', { reason: `--backend is one of ${BACKENDS.join(', ')}, was '${word}'.` });
}
