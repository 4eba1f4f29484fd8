const ZERO = f64x2.splat(0);

/** `[0, v0]` */
export function shiftedUp(v: v128): v128 {
  return v128.shuffle<f64>(ZERO, v, 0, 2);
}

/** `[v1, 0]` */
export function shiftedDown(v: v128): v128 {
  return v128.shuffle<f64>(v, ZERO, 1, 2);
}

/** `[v0, v0]` */
export function lowTwice(v: v128): v128 {
  return v128.shuffle<f64>(v, v, 0, 0);
}

/** `[v1, v1]` */
export function highTwice(v: v128): v128 {
  return v128.shuffle<f64>(v, v, 1, 1);
}

/** `[low, high]` */
export function pair(low: f64, high: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(low), 1, high);
}
