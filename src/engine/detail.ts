import { lowerBound } from '../core/bounds';
import type { Bars } from '../core/bars';
import { isPrice } from './cursor';

/** Rows `[from, to)` of bars of a shorter interval. */
export interface DetailRows {
  readonly from: number;
  readonly to: number;
}

/**
 * Bars of a shorter interval that open within `[start, end)`.
 *
 * @returns  null when there are none, or one of them has no price: then the bar is matched by its range
 */
export function detailWithin(detail: Bars, start: number, end: number): DetailRows | null {
  const from = lowerBound(detail.time, start);
  const to = lowerBound(detail.time, end);
  return from < to && arePrices(detail, from, to) ? { from, to } : null;
}

function arePrices({ open, high, low, close }: Bars, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (!(isPrice(open[i]!) && isPrice(high[i]!) && isPrice(low[i]!) && isPrice(close[i]!))) return false;
  }
  return true;
}
