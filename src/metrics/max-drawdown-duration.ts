import type { Column } from '../core/column';

/**
 * Longest time below a peak: the greatest number of bars in succession with a drawdown above zero,
 * also when the last of them is the last bar.
 *
 * @param drawdown  `f64[n]`, fall from the running peak per bar, fractions
 * @returns         bars, 0 when the account never fell; null for no bars
 */
export function maxDrawdownDuration(drawdown: Column): number | null {
  let longest = 0;
  let current = 0;
  for (let i = 0; i < drawdown.length; i++) {
    current = drawdown[i]! > 0 ? current + 1 : 0;
    if (current > longest) longest = current;
  }
  return drawdown.length === 0 ? null : longest;
}
