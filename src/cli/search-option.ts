import { BacktabError } from '../core/errors';
import { GRID, SEARCH_METHODS, type SearchSpec } from '../research/sweep/search-spec';
import { readCount } from './count-option';

const TRIALS = '1000';
const SEED = 1;

/**
 * The values of `--search`, `--trials` and `--seed`.
 *
 * @throws BacktabError `usage`
 */
export function readSearch(word = 'grid', trials?: string, seed?: string): SearchSpec {
  const method = SEARCH_METHODS.find((name) => name === word);
  if (!method) {
    throw new BacktabError('usage', {
      reason: `--search is one of ${SEARCH_METHODS.join(', ')}, was '${word}'.`,
    });
  }
  if (method === 'grid') {
    if (trials !== undefined || seed !== undefined)
      throw new BacktabError('usage', { reason: '--trials and --seed go with a --search other than grid.' });
    return GRID;
  }
  return {
    method,
    trials: readCount('trials', trials ?? TRIALS),
    seed: seed === undefined ? SEED : readCount('seed', seed),
  };
}
