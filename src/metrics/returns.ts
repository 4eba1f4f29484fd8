import type { Column } from '../core/column';

/**
 * Simple return of each bar: `equity[i] / equity[i - 1] - 1`.
 *
 * @param equity  `f64[n]`, account currency, one per bar
 * @returns       `f64[n - 1]`, fractions; empty for fewer than two bars
 *
 * A bar after an account value of zero or less has no return: NaN.
 */
export function returns(equity: Column): Column {
  const out: Column = new Float64Array(Math.max(0, equity.length - 1));
  for (let i = 0; i < out.length; i++) {
    const before = equity[i]!;
    const after = equity[i + 1]!;
    if (!(before > 0)) out[i] = NaN;
    else if (after !== before || after === Infinity) out[i] = after / before - 1; // else 0, as mostly while nothing is held
  }
  return out;
}
