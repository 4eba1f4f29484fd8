import type { Bars } from '../../core/bars';
import { DAY_MS } from '../../core/time';

/** First day of generated bars, a Monday. */
const FIRST_DAY = Date.UTC(2024, 0, 1);

/** Midnight of the n-th Monday to Friday from the first day on, as if UTC. */
export const weekday = (n: number): number => FIRST_DAY + (Math.floor(n / 5) * 7 + (n % 5)) * DAY_MS;

/** A price as it is quoted, one cent at least. */
export const toCents = (price: number): number => Math.max(1, Math.round(price * 100)) / 100;

/** Columns of so many bars, to be filled. */
export function barColumns(rows: number): Omit<Bars, 'extra'> {
  const column = (): Bars['time'] => new Float64Array(rows);
  return {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
}
