const VALUE = new Float64Array(1);
const WORDS = new Uint32Array(VALUE.buffer);
/** Index of the word that holds sign, exponent and the upper fraction: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

const EXPONENT_BIAS = 1023;
const FRACTION_BITS_IN_HIGH = 20;
const MIN_NORMAL_EXPONENT = -1022;
const MAX_EXPONENT = 1023;

/** Kept, because a number that is put together from words has to be read back from memory. */
const POWERS_OF_TWO = Float64Array.from({ length: MAX_EXPONENT - MIN_NORMAL_EXPONENT + 1 }, (_, k) =>
  withHighWord(0, (k + MIN_NORMAL_EXPONENT + EXPONENT_BIAS) << FRACTION_BITS_IN_HIGH),
);

/** Upper 32 bits of an f64: sign, exponent and 20 bits of fraction. */
export function highWord(x: number): number {
  VALUE[0] = x;
  return WORDS[HIGH]!;
}

/** `x` with its upper 32 bits replaced. */
export function withHighWord(x: number, word: number): number {
  VALUE[0] = x;
  WORDS[HIGH] = word;
  return VALUE[0];
}

/** `x` with its lower 32 bits cleared: at most 21 significant bits, so that its square is exact. */
export function withoutLowWord(x: number): number {
  VALUE[0] = x;
  WORDS[1 - HIGH] = 0;
  return VALUE[0];
}

/**
 * `x * 2^k`, rounded once.
 *
 * @param x  of magnitude in `[0.5, 2]`
 * @param k  integer in `[-1086, 2046]`
 * @returns  infinite above the range of f64, subnormal or zero below it
 */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > MAX_EXPONENT) return x * powerOfTwo(MAX_EXPONENT) * powerOfTwo(k - MAX_EXPONENT);
  if (k < MIN_NORMAL_EXPONENT) return x * powerOfTwo(k + 64) * powerOfTwo(-64);
  return x * powerOfTwo(k);
}

/** `2^k` for k in `[-1022, 1023]`. */
const powerOfTwo = (k: number): number => POWERS_OF_TWO[k - MIN_NORMAL_EXPONENT]!;
