/** Share of a price within which it lies on a line of a grid. */
const ROUNDING: f64 = 1e-12;

/** Whether a price lies on the line `nearest` of a grid of lines `size` apart. */
export function isOnLine(x: f64, base: f64, size: f64, nearest: f64): bool {
  return abs(base + nearest * size - x) <= ROUNDING * max<f64>(abs(x), abs(base));
}

/** Nearest whole number; of two the upper one. */
export function rounded(x: f64): f64 {
  const up = ceil(x);
  return up - 0.5 <= x ? up : up - 1;
}
