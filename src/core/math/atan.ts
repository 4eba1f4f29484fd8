/** Arc tangents of `k / 16` for k = 0 to 16: the nearest f64, and what it lacks. */
const NODES = [
  0, 0.06241880999595735, 0.12435499454676144, 0.18534794999569476, 0.24497866312686414, 0.3028848683749714,
  0.35877067027057225, 0.4124104415973873, 0.4636476090008061, 0.5123894603107377, 0.5585993153435624,
  0.6022873461349642, 0.6435011087932844, 0.6823165548747481, 0.7188299996216245, 0.7531512809621944,
  0.7853981633974483,
] as const;
const NODES_LOW = [
  0, -1.5490756308295046e-18, -3.1253241424539383e-18, 4.180692268843079e-18, 1.0698755618734451e-17,
  -1.1010827903001369e-17, -2.4623815582638635e-17, -1.587652227770689e-17, 2.2698777452961687e-17,
  -2.5462781472855804e-17, -5.4556305485916264e-18, 2.950430737228402e-17, 1.5834785051444286e-17,
  6.943223671560008e-18, -2.1478388444456983e-17, -2.4256934659182068e-17, 3.061616997868383e-17,
] as const;
const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const STEPS = 16;

/** `(-1)^n / (2 n + 1)` for n = 6 down to 1: the series is below half an ulp for `|t| <= 1 / 32`. */
const [C6, C5, C4, C3, C2, C1] = [1 / 13, -1 / 11, 1 / 9, -1 / 7, 1 / 5, -1 / 3] as const;

/**
 * Arc tangent with the same bits on every machine.
 *
 * @param x  any number
 * @returns  radians in `[-pi/2, pi/2]`, within 1 ulp; the sign of zero is kept
 *
 * NaN gives NaN.
 */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (size <= 1) return x < 0 ? -atanOfFraction(size, 0, 0) : x === 0 ? x : atanOfFraction(x, 0, 0);
  if (Number.isNaN(x)) return NaN;
  // atan(x) = pi/2 - atan(1/x), whose low part is known before the large one is added.
  const angle = -atanOfFraction(1 / size, -HALF_PI, -HALF_PI_LOW);
  return x < 0 ? -angle : angle;
}

/** `base + atan(x)` for x in `[0, 1]`: the nearest node, and a series for the rest. */
function atanOfFraction(x: number, base: number, baseLow: number): number {
  const k = Math.floor(x * STEPS + 0.5);
  const node = k / STEPS;
  const t = (x - node) / (1 + x * node);
  const z = t * t;
  const series = ((((C6 * z + C5) * z + C4) * z + C3) * z + C2) * z + C1;
  const start = base + NODES[k]!;
  const lost = base - start + NODES[k]!;
  return start + (t + (t * z * series + (NODES_LOW[k]! + baseLow + lost)));
}
