import type { IndicatorKernel } from '../core/backend';
import { BacktabError } from '../core/errors';
import { findIndicator } from '../indicators/catalogue';
import type { Indicator } from '../indicators/indicator';

/**
 * Catalogue entry behind a kernel.
 *
 * @throws BacktabError `internal` when the catalogue has none of that name
 */
export function indicatorOf(kernel: IndicatorKernel): Indicator {
  const indicator = findIndicator(kernel);
  if (!indicator) throw new BacktabError('internal', { detail: `no indicator '${kernel}'` });
  return indicator;
}
