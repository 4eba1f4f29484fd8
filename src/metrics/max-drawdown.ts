import type { Column } from '../core/column';

/**
 * Fall from the running peak at each bar: `1 - equity / peak`.
 *
 * @param equity  `f64[n]`, account currency, one per bar, above zero at the first
 * @returns       `f64[n]`, fractions, 0 at a peak; above 1 only when the account goes below zero
 */
export function drawdowns(equity: Column): Column {
  const out: Column = new Float64Array(equity.length);
  let peak = equity[0] ?? NaN;
  for (let i = 0; i < equity.length; i++) {
    const value = equity[i]!;
    if (value > peak) peak = value;
    out[i] = 1 - value / peak;
  }
  return out;
}

/**
 * Maximum drawdown: the deepest fall from a running peak.
 *
 * @param drawdown  `f64[n]`, fall from the running peak per bar, fractions
 * @returns         fraction, 0 when the account never fell; null for no bars
 */
export function maxDrawdown(drawdown: Column): number | null {
  let deepest = 0;
  for (let i = 0; i < drawdown.length; i++) if (drawdown[i]! > deepest) deepest = drawdown[i]!;
  return drawdown.length === 0 ? null : deepest;
}
