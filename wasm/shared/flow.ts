/** Volume of two bars, weighted by where each closed between its low (-1) and its high (+1); 0 for a bar without range. */
export function flowOf(high: usize, low: usize, close: usize, volume: usize): v128 {
  const top = v128.load(high);
  const bottom = v128.load(low);
  const last = v128.load(close);
  const range = f64x2.sub(top, bottom);
  const share = f64x2.div(f64x2.sub(f64x2.sub(last, bottom), f64x2.sub(top, last)), range);
  return f64x2.mul(v128.and(share, f64x2.gt(range, f64x2.splat(0))), v128.load(volume));
}
