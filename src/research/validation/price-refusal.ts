import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { tooFew } from './shape';

/** Columns that move prices or cash on a day of their own, with the value of an ordinary day. */
const ACTIONS = { split: 1, dividend: 0, funding: 0 } as const;

/** Fewest bars on which prices are made anew. */
export const PRICE_ROWS = 250;

/** Why the prices of bars cannot be made anew, or null. */
export function priceRefusal(bars: Bars): string | null {
  const rows = bars.time.length;
  if (rows < PRICE_ROWS) return tooFew(PRICE_ROWS, 'bars', rows);
  for (const [name, ordinary] of Object.entries(ACTIONS)) {
    const column: Column | undefined = bars.extra[name];
    if (column?.some((value) => value !== ordinary && !Number.isNaN(value)))
      return `The bars have a ${name} column, which belongs to the days it stands on.`;
  }
  const row = firstDamage(bars);
  return row < 0 ? null : `Row ${row} has no valid prices, and new ones are made from all of them.`;
}

function firstDamage({ open, high, low, close }: Bars): number {
  for (let i = 0; i < open.length; i++) {
    const [o, h, l, c] = [open[i]!, high[i]!, low[i]!, close[i]!];
    if (!(l > 0 && l <= Math.min(o, c) && h >= Math.max(o, c) && h < Infinity)) return i;
  }
  return -1;
}
