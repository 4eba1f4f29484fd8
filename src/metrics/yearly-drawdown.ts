import type { Column } from '../core/column';
import { periodReturns } from './period-returns';

/**
 * Deepest fall within each calendar year (UTC): its running peak begins with the last value of the year before.
 *
 * @param equity  `f64[n]`, account currency, one per bar, above zero
 * @param time    `f64[n]`, Unix milliseconds, strictly increasing
 * @returns       one fraction a year in which a bar lies, 0 in a year without a fall
 */
export function yearlyDrawdown(equity: Column, time: Column): readonly number[] {
  const { start, end } = periodReturns(time, equity, 'year');
  return start.map((from, year) => {
    let peak = equity[Math.max(0, from - 1)]!;
    let deepest = 0;
    for (let i = from; i <= end[year]!; i++) {
      peak = Math.max(peak, equity[i]!);
      deepest = Math.max(deepest, 1 - equity[i]! / peak);
    }
    return deepest;
  });
}
