import type { Column } from '../core/column';

/**
 * Total return: last over first account value, less one. A fraction, not annualised.
 *
 * @param equity  `f64[n]`, account currency, one per bar
 * @returns       fraction, -1 or more unless the account went below zero; null for fewer than two bars or a first value of zero or less
 */
export function totalReturn(equity: Column): number | null {
  const first = equity[0] ?? NaN;
  const last = equity[equity.length - 1] ?? NaN;
  if (equity.length < 2 || !(first > 0) || Number.isNaN(last)) return null;
  return last / first - 1;
}
