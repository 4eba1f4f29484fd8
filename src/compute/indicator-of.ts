import { BacktabError } from '../core/errors';
import { findIndicator, INDICATORS } from '../indicators/catalogue';
import type { Indicator } from '../indicators/indicator';
import { nearestName } from '../script/nearest';

/**
 * Entry of the catalogue by its name.
 *
 * @throws BacktabError `indicator_unknown` with the nearest name
 */
export function indicatorOf(name: string): Indicator {
  const indicator = findIndicator(name);
  if (indicator) return indicator;
  const known = INDICATORS.map((entry) => entry.name);
  throw new BacktabError('indicator_unknown', {
    name: name.slice(0, 60),
    nearest: nearestName(name, known) ?? 'sma',
  });
}
