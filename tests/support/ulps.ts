const bits = new BigInt64Array(1);
const value = new Float64Array(bits.buffer);

/** Position among the f64 numbers, so that neighbours differ by 1. */
function ordinal(x: number): bigint {
  value[0] = x;
  return bits[0]! >= 0n ? bits[0]! : -(bits[0]! & 0x7fffffffffffffffn);
}

/** How many f64 numbers two numbers are apart. */
export const ulps = (a: number, b: number): number => Math.abs(Number(ordinal(a) - ordinal(b)));
