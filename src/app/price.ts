import type { Column } from '../core/column';
import type { SeriesValues } from '../research/outcome';
import { formatNumber } from './format';

const FEWEST = 2;
const MOST = 8;
/** Bars that are looked at: old prices of a long history often have fewer decimals. */
const LOOKED_AT = 32;
/** Files often carry the rounding of a 32-bit float; that is not a decimal. */
const NOISE = 1e-6;

/** Decimals that prices of a dataset are written with: as many as its last closes have, 2 to 8. */
export function priceDecimals(close: Column): number {
  const last = close.subarray(Math.max(0, close.length - LOOKED_AT));
  for (let decimals = FEWEST; decimals < MOST; decimals++) {
    const unit = 10 ** decimals;
    const fits = last.every(
      (price) => !(Math.abs(Math.round(price * unit) / unit - price) > Math.abs(price) * NOISE),
    );
    if (fits) return decimals;
  }
  return MOST;
}

/** A price with the decimals of its dataset: `2,924.78`, `1.22904`; `n/a` for NaN. */
export const formatPrice = (price: number, decimals: number): string => formatNumber(price, { decimals });

/**
 * A value of a script line: a line over the prices is written as a price, any other in three or more
 * meaningful digits, whatever its size.
 */
export function formatSeriesValue(pane: SeriesValues['pane'], value: number, decimals: number): string {
  if (pane === 'price') return formatPrice(value, decimals);
  const size = Math.abs(value);
  return formatNumber(value, { decimals: size === 0 || size >= 1 ? 2 : size >= 0.01 ? 4 : 6 });
}
