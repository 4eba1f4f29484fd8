/**
 * Spearman's rank correlation, ties at their mean rank.
 *
 * @param a  values
 * @param b  as many values, in the same order
 * @returns  in [-1, 1]; 1 when both are constant, 0 when one is; null for fewer than three pairs or a NaN
 * @see Spearman, The Proof and Measurement of Association between Two Things, 1904
 */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 3 || a.length !== b.length || [...a, ...b].some(Number.isNaN)) return null;
  const x = ranks(a);
  const y = ranks(b);
  const middle = (a.length - 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - middle;
    const dy = y[i]! - middle;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  if (xx === 0 || yy === 0) return xx === yy ? 1 : 0;
  return xy / Math.sqrt(xx * yy);
}

function ranks(values: readonly number[]): Float64Array {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const out = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let k = from; k < to; k++) out[order[k]!] = (from + to - 1) / 2;
    from = to;
  }
  return out;
}
