import { BacktabError } from '../core/errors';
import { findIndicator, INDICATORS } from '../indicators/catalogue';
import type { Indicator } from '../indicators/indicator';
import { nearestName } from './nearest';

/**
 * The catalogue's entry of a name.
 *
 * @param name  as in scripts, lower case
 * @throws BacktabError `indicator_unknown`
 */
export function indicatorOf(name: string): Indicator {
  const found = findIndicator(name);
  if (found) return found;
  const names = INDICATORS.map((indicator) => indicator.name);
  throw new BacktabError('indicator_unknown', { name, nearest: nearestName(name, names) ?? 'sma' });
}
